package dev.aludel.testing.server;

import dev.aludel.testing.provision.CacheFolder;
import dev.aludel.testing.provision.DebianPackages;
import dev.aludel.testing.provision.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A MySQL server from Debian's packages. */
final class LocalMySql {
    private static final String PACKAGE = "mysql-server-core";

    private LocalMySql() {}

    static Endpoint start() {
        Path template = CacheFolder.ofEnvironment().install("debian-sid-mysql-data", LocalMySql::initialize);
        return new LocalServer("MySQL", "KILL", template.resolve("data"))
                .start(run -> MySqlFamily.address(run.port()), LocalMySql::command, MySqlFamily.IDENTITY);
    }

    static Program client() {
        return DebianPackages.client("mysql-client-core", "mysql").with("--no-defaults");
    }

    private static void initialize(Path folder) throws IOException {
        Path createUser = Files.writeString(folder.resolve("create-user.sql"), MySqlFamily.CREATE_USER);
        server().with("--datadir=" + folder.resolve("data"), "--initialize-insecure", "--init-file=" + createUser)
                .runOrFail();
    }

    private static Program command(LocalServer.Run run) {
        return server().with(MySqlFamily.options(run)).with("--mysqlx=OFF");
    }

    private static Program server() {
        Path root = DebianPackages.unpacked(PACKAGE).resolve("usr");
        return DebianPackages.program(PACKAGE, "mysqld")
                .with("--no-defaults", MySqlFamily.user(), "--basedir=" + root)
                .with("--lc-messages-dir=" + root.resolve("share/mysql"));
    }
}
