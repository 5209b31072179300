package dev.aludel.gateway.reliability;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.shape.LiveSchema;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Everything in a database that a migration could lose: its schema, and each table's rows as number and checksum. */
final class DatabaseState {

    private static final String LOG = "alembic_version_log";

    private DatabaseState() {}

    /** One line for each thing in the server's catalogue, then one for each table; equal for equal databases. */
    static List<String> of(TestDatabase database) {
        List<String> lines = new ArrayList<>(LiveSchema.verbatim(database));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                lines.add(rows(statement, table));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return lines;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables.stream().sorted().toList();
    }

    /**
     * In the order of the first column, which is the primary key. The log may tell of attempts that failed beside, and its
     * entries have other numbers then.
     */
    private static String select(String table) {
        return table.equals(LOG)
                ? "SELECT revision, direction, outcome, run_time_millis, who, hash FROM %s WHERE outcome <> 'failed' ORDER BY entry, part"
                        .formatted(table)
                : "SELECT * FROM %s ORDER BY 1".formatted(table);
    }

    private static String rows(Statement statement, String table) throws SQLException {
        Hasher hasher = Hashing.sha256().newHasher();
        long count = 0;
        try (ResultSet rows = statement.executeQuery(select(table))) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                count++;
                for (int column = 1; column <= columns; column++) {
                    hasher.putString(String.valueOf(rows.getString(column)), StandardCharsets.UTF_8)
                            .putChar('\n');
                }
            }
        }
        return "%d rows in %s with checksum %s".formatted(count, table, hasher.hash());
    }
}
