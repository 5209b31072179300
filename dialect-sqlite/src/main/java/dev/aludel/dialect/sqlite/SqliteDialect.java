package dev.aludel.dialect.sqlite;

import com.google.auto.service.AutoService;
import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.Compiler;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Inspector;
import dev.aludel.dialect.LockWaits;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.ScriptSyntax;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.dialect.TransactionControl;
import dev.aludel.model.DialectId;
import dev.aludel.sql.Syntax;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Set;

/** SQLite 3.35 and later. */
@AutoService(Dialect.class)
public final class SqliteDialect implements Dialect {

    private static final String PRODUCT = "SQLite";
    private static final ServerVersion OLDEST = new ServerVersion(PRODUCT, 3, 35, 0);

    /** The oldest whose DROP COLUMN may be used. */
    private static final ServerVersion OFFLINE = new ServerVersion(PRODUCT, 3, 35, 5);

    private final SqliteSyntax syntax = new SqliteSyntax();

    private final ColumnConversion conversion;

    /** For the service loader, and for those who register the dialect by hand. */
    public SqliteDialect() {
        this(ColumnConversion.REBUILD);
    }

    /** The dialect that converts columns so, for those who register it by hand. */
    public SqliteDialect(ColumnConversion conversion) {
        this.conversion = conversion;
    }

    @Override
    public DialectId id() {
        return DialectId.SQLITE;
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

    @Override
    public ServerVersion offlineVersion() {
        return OFFLINE;
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
        return new SqliteCompiler(syntax, context, conversion);
    }

    @Override
    public ScriptSyntax script() {
        return new SqliteScript(syntax);
    }

    @Override
    public Inspector inspector() {
        return new SqliteInspector();
    }

    @Override
    public MigrationLock lock() {
        return new SqliteLock();
    }

    @Override
    public LockWaits lockWaits() {
        return new SqliteLockWaits();
    }

    @Override
    public TransactionControl transactions() {
        return new SqliteTransactions();
    }

    /** rescode.html: an error of the SQL, too big, a constraint, a datatype mismatch, no authorization, out of range. */
    @Override
    public boolean isRefusal(SQLException failure) {
        return Set.of(1, 18, 19, 20, 23, 25).contains(failure.getErrorCode() & 0xff);
    }

    /** SQLite has no code of its own for it: SQLITE_ERROR, and words that have never changed. */
    @Override
    public boolean isMissingTable(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("no such table: ");
    }
}
