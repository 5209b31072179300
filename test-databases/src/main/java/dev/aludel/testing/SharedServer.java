package dev.aludel.testing;

import dev.aludel.testing.server.DatabaseServer;
import dev.aludel.testing.server.MySqlServer;
import dev.aludel.testing.server.PostgresServer;
import dev.aludel.testing.server.SqliteFolder;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One of this JVM's servers, one a product: started when first asked for, and ended with the JVM. A start that failed is
 * not tried again: every test that wants the server fails with the same message.
 */
final class SharedServer {
    private static final SharedServer SQLITE = new SharedServer(SqliteFolder::create);
    private static final SharedServer POSTGRESQL = new SharedServer(PostgresServer::start);
    private static final SharedServer MYSQL = new SharedServer(MySqlServer::startMySql);
    private static final SharedServer MARIADB = new SharedServer(MySqlServer::startMariaDb);

    private final Supplier<DatabaseServer> start;
    private Optional<DatabaseServer> running = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    private SharedServer(Supplier<DatabaseServer> start) {
        this.start = start;
    }

    static DatabaseServer of(DatabaseKind kind) {
        SharedServer shared =
                switch (kind) {
                    case SQLITE -> SQLITE;
                    case POSTGRESQL -> POSTGRESQL;
                    case MYSQL -> MYSQL;
                    case MARIADB -> MARIADB;
                };
        return shared.running();
    }

    private synchronized DatabaseServer running() {
        failure.ifPresent(e -> {
            throw e;
        });
        return running.orElseGet(this::startOnce);
    }

    private DatabaseServer startOnce() {
        try {
            DatabaseServer server = start.get();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end of a test database server"));
            running = Optional.of(server);
            return server;
        } catch (RuntimeException e) {
            failure = Optional.of(e);
            throw e;
        }
    }
}
