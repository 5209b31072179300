package dev.aludel.testing;

import dev.aludel.testing.provision.ProvisionException;
import dev.aludel.testing.server.DatabaseServer;
import dev.aludel.testing.server.MySqlServer;
import dev.aludel.testing.server.PostgresServer;
import java.sql.SQLException;
import java.util.List;

/** A server that one test has for itself, to kill it: always a process started here, whatever the environment names. */
public final class CrashingServer implements AutoCloseable {
    private final DatabaseKind kind;
    private final DatabaseServer server;

    private CrashingServer(DatabaseKind kind, DatabaseServer server) {
        this.kind = kind;
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @throws ProvisionException if it can't be had, as for SQLite, which has none
     */
    public static CrashingServer start(DatabaseKind kind) {
        return new CrashingServer(
                kind,
                switch (kind) {
                    case SQLITE -> throw new ProvisionException("SQLite has no server that could be killed.");
                    case POSTGRESQL -> PostgresServer.startLocal();
                    case MYSQL -> MySqlServer.startLocalMySql();
                    case MARIADB -> MySqlServer.startLocalMariaDb();
                });
    }

    /** Creates an empty database, which the caller closes. */
    public TestDatabase create() {
        try {
            return new TestDatabase(kind, server, server.createDatabase(), List.of());
        } catch (SQLException e) {
            throw new ProvisionException("A " + kind + " database can't be created: " + e.getMessage(), e);
        }
    }

    /**
     * Kills all processes of the server, as {@code kill -9} does, and starts it again on the same data and port. What was
     * committed is there, and nothing else. Returns when the server answers.
     */
    public void crash() {
        server.crash();
    }

    /** Ends the server. */
    @Override
    public void close() {
        server.close();
    }
}
