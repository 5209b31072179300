package dev.aludel.dialect.mysql;

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
import dev.aludel.dialect.TransactionControl;
import dev.aludel.model.DialectId;
import dev.aludel.sql.Syntax;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * MySQL 8.0 and later, and MariaDB 10.6 and later, which names itself in its version: {@code 10.11.5-MariaDB}.
 *
 * <p>Tables take the database's own character set and engine. Whether names of tables know upper and lower case apart is
 * the server's setting {@code lower_case_table_names}: keep them in lower case, and it makes no difference.
 */
@AutoService(Dialect.class)
public final class MysqlDialect implements Dialect {

    private static final Set<String> PRODUCTS = Set.of("mysql", "mariadb");

    /** The oldest MySQL that is still maintained. */
    private static final ServerVersion OFFLINE = new ServerVersion(MysqlServer.MYSQL, 8, 4, 0);

    private static final ServerVersion OFFLINE_MARIADB = new ServerVersion(MysqlServer.MARIADB, 10, 11, 0);

    private static final ServerVersion OLDEST_MYSQL = new ServerVersion(MysqlServer.MYSQL, 8, 0, 0);
    private static final ServerVersion OLDEST_MARIADB = new ServerVersion(MysqlServer.MARIADB, 10, 6, 0);

    private final MysqlSyntax syntax = new MysqlSyntax();

    /** The dialect; it holds nothing, and any number of them are alike. */
    public MysqlDialect() {}

    @Override
    public DialectId id() {
        return DialectId.MYSQL;
    }

    @Override
    public DialectId id(ServerVersion version) {
        return new MysqlServer(version).id();
    }

    @Override
    public String displayName() {
        return "MySQL";
    }

    @Override
    public boolean recognizes(DatabaseMetaData database) throws SQLException {
        return PRODUCTS.contains(database.getDatabaseProductName().toLowerCase(Locale.ROOT));
    }

    /** Connector/J calls both products MySQL; the version tells them apart. */
    @Override
    public ServerVersion version(DatabaseMetaData database) throws SQLException {
        return MysqlServer.parse(database.getDatabaseProductVersion());
    }

    @Override
    public ServerVersion version(String text) {
        return MysqlServer.named(text);
    }

    @Override
    public ServerVersion offlineVersion() {
        return OFFLINE;
    }

    @Override
    public List<ServerVersion> offlineVersions() {
        return List.of(OFFLINE, OFFLINE_MARIADB);
    }

    @Override
    public ServerVersion oldestSupported(ServerVersion version) {
        return version.product().equals(MysqlServer.MARIADB) ? OLDEST_MARIADB : OLDEST_MYSQL;
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Compiler compiler(CompileContext context) {
        return new MysqlCompiler(syntax, context);
    }

    @Override
    public ScriptSyntax script() {
        return new MysqlScript(syntax);
    }

    @Override
    public Inspector inspector() {
        return new MysqlInspector();
    }

    @Override
    public MigrationLock lock() {
        return new MysqlLock();
    }

    @Override
    public TransactionControl transactions() {
        return new MysqlTransactions();
    }

    @Override
    public LockWaits lockWaits() {
        return new MysqlLockWaits();
    }

    /** Without a state that tells: disk full, out of memory, an error of the engine, table full, a time limit. */
    @Override
    public boolean isRefusal(SQLException failure) {
        return Dialect.super.isRefusal(failure)
                && !Set.of(1021, 1030, 1037, 1038, 1041, 1114, 3024).contains(failure.getErrorCode());
    }

    /** Error 1146, ER_NO_SUCH_TABLE. */
    @Override
    public boolean isMissingTable(SQLException failure) {
        return failure.getErrorCode() == 1146;
    }

    @Override
    public Optional<ProgressQuery> progress(ServerVersion version) {
        return Optional.of(MysqlProgress.on(version));
    }
}
