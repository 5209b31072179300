package dev.aludel.dialect.postgres;

import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.ConnectionSource;
import dev.aludel.testing.provision.Account;
import dev.aludel.testing.provision.DebianPackages;
import dev.aludel.testing.provision.FreePort;
import dev.aludel.testing.provision.Program;
import dev.aludel.testing.provision.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A PgBouncer before the server of a test database: a real one, of Debian's. */
final class PgBouncer implements AutoCloseable {

    private final ServerProcess process;
    private final DataSource dataSource;

    private PgBouncer(ServerProcess process, DataSource dataSource) {
        this.process = process;
        this.dataSource = dataSource;
    }

    /** Starts one, and waits until a connection through it answers. */
    static PgBouncer start(TestDatabase database, String poolMode) throws IOException {
        int port = FreePort.find();
        Path folder = Files.createTempDirectory("aludel-pgbouncer-");
        Account.handOver(folder);
        Path settings = Files.writeString(folder.resolve("pgbouncer.ini"), settings(database, poolMode, port));
        Program program = Account.unprivileged(
                DebianPackages.program("pgbouncer", "pgbouncer").with(settings.toString()));
        String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database.name());
        ConnectionSource connections = () -> DriverManager.getConnection(url, database.user(), "");
        DataSource dataSource = connections.asDataSource();
        ServerProcess process = ServerProcess.start("PgBouncer", folder, "KILL", program);
        process.awaitAnswer(() -> answers(dataSource));
        return new PgBouncer(process, dataSource);
    }

    private static String settings(TestDatabase database, String poolMode, int port) {
        URI server = URI.create(database.url().substring("jdbc:".length()));
        return """
                [databases]
                * = host=%s port=%d user=%s password=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = %s
                default_pool_size = 30
                max_client_conn = 100
                ignore_startup_parameters = extra_float_digits
                """
                .formatted(server.getHost(), server.getPort(), database.user(), database.password(), port, poolMode);
    }

    private static boolean answers(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Opens connections through it. */
    DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        process.close();
    }
}
