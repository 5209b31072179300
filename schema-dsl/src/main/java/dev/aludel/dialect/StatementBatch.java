package dev.aludel.dialect;

import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/** Sends statements of a transaction in one message, as JDBC's batches do where the driver is able to. */
final class StatementBatch {

    private StatementBatch() {}

    /**
     * Sends them. Where one is refused, all that they did is undone and the transaction goes on; drivers don't tell which one
     * it was.
     *
     * @return how many rows each changed
     * @throws SQLException in the database's words
     */
    static List<Long> send(Connection connection, List<Sql> statements) throws SQLException {
        try (Statement batch = connection.createStatement()) {
            batch.setEscapeProcessing(false);
            batch.addBatch("SAVEPOINT aludel_batch");
            for (Sql statement : statements) {
                batch.addBatch(statement.text());
            }
            batch.addBatch("RELEASE SAVEPOINT aludel_batch");
            int[] rows = batch.executeBatch();
            return Arrays.stream(rows, 1, rows.length - 1)
                    .mapToObj(count -> (long) Math.max(0, count))
                    .toList();
        } catch (SQLException refused) {
            SQLException reason = refused.getNextException() == null ? refused : refused.getNextException();
            undo(connection, reason);
            throw reason;
        }
    }

    private static void undo(Connection connection, SQLException reason) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK TO SAVEPOINT aludel_batch");
            statement.execute("RELEASE SAVEPOINT aludel_batch");
        } catch (SQLException second) {
            reason.addSuppressed(second);
        }
    }
}
