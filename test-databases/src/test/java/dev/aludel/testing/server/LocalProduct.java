package dev.aludel.testing.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The servers that can be started without anything else's help. */
enum LocalProduct {
    POSTGRESQL("SHOW data_directory"),
    MYSQL(MySqlFamily.IDENTITY),
    MARIADB(MySqlFamily.IDENTITY);

    private final String dataFolderQuery;

    LocalProduct(String dataFolderQuery) {
        this.dataFolderQuery = dataFolderQuery;
    }

    Endpoint start() {
        return switch (this) {
            case POSTGRESQL -> LocalPostgres.start();
            case MYSQL -> LocalMySql.start();
            case MARIADB -> LocalMariaDb.start();
        };
    }

    /** The server's own folder, in which its data lies. */
    Path folder(Endpoint endpoint) throws SQLException {
        try (Connection connection = endpoint.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(dataFolderQuery)) {
            rows.next();
            return Path.of(rows.getString(1)).resolve("..").normalize();
        }
    }
}
