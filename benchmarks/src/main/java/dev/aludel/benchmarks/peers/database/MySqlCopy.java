package dev.aludel.benchmarks.peers.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Copies the gateway's tables by their files, as "Importing InnoDB Tables" of the MySQL manual has it: rows and indexes as
 * they lie on the disk, in the time that reading takes. For a server that runs as the user who runs this.
 */
final class MySqlCopy {

    private static final List<String> TABLES = List.of("sessions", "chat_messages", "alembic_version");
    private static final List<String> SUFFIXES = List.of(".ibd", ".cfg");

    private MySqlCopy() {}

    /** @param empty the database that gets the tables */
    static void copy(Address original, Address empty) throws SQLException, IOException {
        try (Connection from = original.connect();
                Connection to = empty.connect();
                Statement reading = from.createStatement();
                Statement writing = to.createStatement()) {
            writing.execute("SET foreign_key_checks = 0");
            Path data = Path.of(original.row("SELECT @@datadir"));
            for (String table : TABLES) {
                writing.execute(definition(reading, table));
                writing.execute("ALTER TABLE %s DISCARD TABLESPACE".formatted(table));
                reading.execute("FLUSH TABLES %s FOR EXPORT".formatted(table));
                for (String suffix : SUFFIXES) {
                    Files.copy(
                            data.resolve(original.name()).resolve(table + suffix),
                            data.resolve(empty.name()).resolve(table + suffix));
                }
                reading.execute("UNLOCK TABLES");
                writing.execute("ALTER TABLE %s IMPORT TABLESPACE".formatted(table));
            }
        }
    }

    private static String definition(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + table)) {
            row.next();
            return row.getString(2);
        }
    }
}
