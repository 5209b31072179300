package dev.aludel.testing.server;

import dev.aludel.testing.provision.Program;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Databases on a MySQL or a MariaDB server. */
public final class MySqlServer implements DatabaseServer {
    private static final int NO_SUCH_THREAD = 1094;

    private final Endpoint endpoint;
    private final Supplier<Program> client;
    private final DatabaseNames names = new DatabaseNames();

    private MySqlServer(Endpoint endpoint, Supplier<Program> client) {
        this.endpoint = endpoint;
        this.client = client;
    }

    /** Starts a MySQL server, unless the environment names one. */
    public static MySqlServer startMySql() {
        return new MySqlServer(
                Endpoint.find("MYSQL", () -> ContainerServers.mySql(), LocalMySql::start), LocalMySql::client);
    }

    /** Starts a MariaDB server, unless the environment names one. */
    public static MySqlServer startMariaDb() {
        return new MySqlServer(
                Endpoint.find("MARIADB", () -> ContainerServers.mariaDb(), LocalMariaDb::start), LocalMariaDb::client);
    }

    /** Starts a MySQL server of this JVM's own, whatever the environment names. */
    public static MySqlServer startLocalMySql() {
        return new MySqlServer(LocalMySql.start(), LocalMySql::client);
    }

    /** Starts a MariaDB server of this JVM's own, whatever the environment names. */
    public static MySqlServer startLocalMariaDb() {
        return new MySqlServer(LocalMariaDb.start(), LocalMariaDb::client);
    }

    @Override
    public ProvidedDatabase createDatabase() throws SQLException {
        ProvidedDatabase database = endpoint.database(names.next());
        endpoint.execute("CREATE DATABASE " + database.name());
        return database;
    }

    @Override
    public ProvidedDatabase copyDatabase(ProvidedDatabase original) throws SQLException {
        ProvidedDatabase copy = createDatabase();
        try (Connection connection = copy.connect()) {
            MySqlTables.copy(connection, original.name());
        }
        return copy;
    }

    /** Ends the sessions first: the drop would wait for the metadata locks of their transactions. */
    @Override
    public void dropDatabase(ProvidedDatabase database) throws SQLException {
        try (Connection connection = endpoint.connect();
                Statement statement = connection.createStatement()) {
            for (long session : sessions(statement, database.name())) {
                end(session, statement);
            }
            statement.execute("SET lock_wait_timeout = 30");
            statement.execute("DROP DATABASE IF EXISTS " + database.name());
        }
    }

    private static List<Long> sessions(Statement statement, String database) throws SQLException {
        List<Long> sessions = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("SELECT id FROM information_schema.processlist WHERE db = '" + database + "'")) {
            while (rows.next()) {
                sessions.add(rows.getLong(1));
            }
        }
        return sessions;
    }

    private static void end(long session, Statement statement) throws SQLException {
        try {
            statement.execute("KILL " + session);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_THREAD) {
                throw e;
            }
        }
    }

    @Override
    public Program client(ProvidedDatabase database) {
        JdbcAddress address = endpoint.address();
        return client.get()
                .with("--protocol=TCP", "--host=" + address.plainHost(), "--port=" + address.port())
                .with("--user=" + database.user(), database.name())
                .withVariable("MYSQL_PWD", database.password());
    }

    /** As an offset: a server knows zones by name only after they were loaded into its tables. */
    @Override
    public List<String> timeZone(ZoneId zone) {
        ZoneOffset offset = zone.getRules().getOffset(Instant.now());
        String text = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
        return List.of("SET time_zone = '" + text + "'");
    }

    @Override
    public List<String> foreignKeys() {
        return List.of();
    }

    @Override
    public void crash() {
        endpoint.crash().run();
    }

    @Override
    public void close() {
        endpoint.stop().run();
    }
}
