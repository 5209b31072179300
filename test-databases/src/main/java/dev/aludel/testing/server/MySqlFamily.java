package dev.aludel.testing.server;

import java.util.List;

/** What MySQL and MariaDB servers started here have in common. */
final class MySqlFamily {
    /**
     * What creates {@link LocalServer#USER}, who may do everything, at the server's first start. From any host, since names
     * of hosts are not resolved.
     */
    static final String CREATE_USER = "CREATE USER IF NOT EXISTS '" + LocalServer.USER + "'@'%' IDENTIFIED BY '"
            + LocalServer.PASSWORD + "';\nGRANT ALL ON *.* TO '" + LocalServer.USER + "'@'%' WITH GRANT OPTION;\n";

    /** Says which data folder the server uses, as {@link LocalServer.Run#data} spells it. */
    static final String IDENTITY = "SELECT TRIM(TRAILING '/' FROM @@datadir)";

    private MySqlFamily() {}

    /** TLS on the loopback interface would only cost time; without it the driver must ask for the server's key. */
    static JdbcAddress address(int port) {
        return JdbcAddress.parse(
                "jdbc:mysql://127.0.0.1:" + port + "/mysql?sslMode=DISABLED&allowPublicKeyRetrieval=true");
    }

    /**
     * The options of one start. Its data lives as long as this JVM: nothing has to survive a crash of the machine. What was
     * committed survives one of the server: the log is handed to the system at each commit (2), though not to the disk.
     */
    static List<String> options(LocalServer.Run run) {
        return List.of(
                "--datadir=" + run.data(),
                "--socket=" + run.folder().resolve("socket"),
                "--pid-file=" + run.folder().resolve("pid"),
                // A server that starts deletes the temporary tables that it finds, those of other servers included.
                "--tmpdir=" + run.folder(),
                "--port=" + run.port(),
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--default-time-zone=+00:00",
                "--secure-file-priv=" + run.folder(),
                "--innodb-flush-log-at-trx-commit=2",
                "--innodb-flush-method=nosync",
                "--sync-binlog=0");
    }

    /** Which account to run under: the servers refuse to run as root unless told so. */
    static String user() {
        return "--user=" + System.getProperty("user.name");
    }
}
