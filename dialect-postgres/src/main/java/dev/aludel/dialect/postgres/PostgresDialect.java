package dev.aludel.dialect.postgres;

import com.google.auto.service.AutoService;
import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.Compiler;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Inspector;
import dev.aludel.dialect.LockWaits;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.ProgressQuery;
import dev.aludel.dialect.ScriptSyntax;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.model.DialectId;
import dev.aludel.sql.Syntax;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;

/** PostgreSQL 13 and later. */
@AutoService(Dialect.class)
public final class PostgresDialect implements Dialect {

    private static final String PRODUCT = "PostgreSQL";
    private static final ServerVersion OLDEST = new ServerVersion(PRODUCT, 13, 0, 0);

    /** The manual, appendix A: {@code undefined_table}. */
    private static final String UNDEFINED_TABLE = "42P01";

    private final PostgresSyntax syntax = new PostgresSyntax();

    private final MaintenanceMemory memory;

    /** For the service loader, and for those who register the dialect by hand. */
    public PostgresDialect() {
        this(new MaintenanceMemory(MaintenanceMemory.STANDARD));
    }

    private PostgresDialect(MaintenanceMemory memory) {
        this.memory = memory;
    }

    /**
     * The dialect whose revisions raise {@code maintenance_work_mem} so far for their transactions, where they build indexes
     * or rewrite tables; 256 unless told otherwise. A server that has more keeps it.
     *
     * @param mebibytes from 1 on; 0 leaves the server's setting alone
     */
    public static PostgresDialect withMaintenanceMemory(int mebibytes) {
        if (mebibytes < 0) {
            throw new IllegalArgumentException("%d MB of memory cannot be had".formatted(mebibytes));
        }
        return new PostgresDialect(new MaintenanceMemory(mebibytes));
    }

    @Override
    public DialectId id() {
        return DialectId.POSTGRESQL;
    }

    @Override
    public String displayName() {
        return PRODUCT;
    }

    @Override
    public boolean recognizes(DatabaseMetaData database) throws SQLException {
        return database.getDatabaseProductName().equals(PRODUCT);
    }

    @Override
    public ServerVersion version(DatabaseMetaData database) throws SQLException {
        return version(database.getDatabaseProductVersion());
    }

    @Override
    public ServerVersion version(String text) {
        return ServerVersion.parse(PRODUCT, text);
    }

    /** The oldest supported one: every later server understands the same script. */
    @Override
    public ServerVersion offlineVersion() {
        return OLDEST;
    }

    @Override
    public ServerVersion oldestSupported(ServerVersion version) {
        return OLDEST;
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Compiler compiler(CompileContext context) {
        return new PostgresCompiler(syntax, context, memory);
    }

    @Override
    public ScriptSyntax script() {
        return new PostgresScript(syntax);
    }

    @Override
    public Inspector inspector() {
        return new PostgresInspector();
    }

    @Override
    public MigrationLock lock() {
        return new PostgresLock();
    }

    @Override
    public LockWaits lockWaits() {
        return new PostgresLockWaits();
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return UNDEFINED_TABLE.equals(failure.getSQLState());
    }

    @Override
    public Optional<ProgressQuery> progress(ServerVersion version) {
        return Optional.of(PostgresProgress.QUERY);
    }
}
