package dev.aludel.testing;

import dev.aludel.testing.provision.ProgramResult;
import dev.aludel.testing.provision.ProvisionException;
import dev.aludel.testing.server.DatabaseServer;
import dev.aludel.testing.server.ProvidedDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database that one test has for itself. {@link #withTimeZone} and {@link #withForeignKeys} give views of the same
 * database, whose new connections get that setting; closing any of them drops it.
 */
public final class TestDatabase implements AutoCloseable {
    private final DatabaseKind kind;
    private final DatabaseServer server;
    private final ProvidedDatabase database;
    private final List<String> sessionSettings;

    TestDatabase(DatabaseKind kind, DatabaseServer server, ProvidedDatabase database, List<String> sessionSettings) {
        this.kind = kind;
        this.server = server;
        this.database = database;
        this.sessionSettings = List.copyOf(sessionSettings);
    }

    public DatabaseKind kind() {
        return kind;
    }

    /** The name on the server; for SQLite the path of the file. */
    public String name() {
        return database.name();
    }

    /** The JDBC URL. It doesn't carry the settings of a view. */
    public String url() {
        return database.url();
    }

    /** Empty for SQLite. */
    public String user() {
        return database.user();
    }

    /** Empty for SQLite. */
    public String password() {
        return database.password();
    }

    /** A data source without a pool: each call opens a connection, which the caller closes. */
    public DataSource dataSource() {
        return new SessionDataSource(database, sessionSettings);
    }

    /** Opens a connection, in autocommit mode. */
    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /** Executes statements one by one, on one connection in autocommit mode. */
    public void execute(String... sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String text : sql) {
                statement.execute(text);
            }
        }
    }

    /**
     * The rows of a query, in the server's order.
     *
     * @return one map a row, from the column's label, as the driver spells it, to the driver's object for the value; in the
     *     order of the columns
     */
    public List<Map<String, @Nullable Object>> query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Map<String, @Nullable Object>> result = new ArrayList<>();
            while (rows.next()) {
                result.add(Rows.current(rows));
            }
            return List.copyOf(result);
        }
    }

    /**
     * Runs a script through the database's own client, {@code sqlite3}, {@code psql}, {@code mysql} or {@code mariadb},
     * reading it from standard input, with no options but the connection's and no start-up files. So {@code psql} goes on
     * after an error, and ends with 0, unless the script itself sets {@code ON_ERROR_STOP}.
     *
     * <p>A view's settings are set by lines put before the script.
     */
    public ProgramResult nativeClient(String script) {
        String settings = String.join(
                "", sessionSettings.stream().map(setting -> setting + ";\n").toList());
        return server.client(database).run(settings + script);
    }

    /**
     * The same database, seen by sessions in that time zone. MySQL and MariaDB sessions get the offset that the zone has
     * now, since servers know no names of zones by themselves. SQLite sessions have no time zone: nothing changes.
     *
     * @param zone such as "Asia/Kolkata"
     */
    public TestDatabase withTimeZone(String zone) {
        return with(server.timeZone(ZoneId.of(zone)));
    }

    /** The same database, seen by sessions that check foreign keys: SQLite's don't otherwise, the others' always do. */
    public TestDatabase withForeignKeys() {
        return with(server.foreignKeys());
    }

    /**
     * A database of its own with the same schema and rows, which the caller closes. Nobody may be connected to this one
     * meanwhile; on MySQL and MariaDB it may hold tables only, without triggers and generated columns.
     */
    public TestDatabase copy() {
        try {
            return new TestDatabase(kind, server, server.copyDatabase(database), sessionSettings);
        } catch (SQLException e) {
            throw new ProvisionException(
                    "The " + kind + " database \"" + database.name() + "\" can't be copied: " + e.getMessage(), e);
        }
    }

    private TestDatabase with(List<String> moreSettings) {
        List<String> all =
                Stream.concat(sessionSettings.stream(), moreSettings.stream()).toList();
        return new TestDatabase(kind, server, database, all);
    }

    /** Drops the database, and ends the connections that are still open. Dropping it again does nothing. */
    @Override
    public void close() {
        try {
            server.dropDatabase(database);
        } catch (SQLException e) {
            throw new ProvisionException(
                    "The " + kind + " database \"" + database.name() + "\" can't be dropped: " + e.getMessage(), e);
        }
    }

    /** The URL. */
    @Override
    public String toString() {
        return url();
    }
}
