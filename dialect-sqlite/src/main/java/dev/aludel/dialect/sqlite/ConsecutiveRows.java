package dev.aludel.dialect.sqlite;

import dev.aludel.model.Value;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Tables whose rows are numbered 1, 2, 3 and so on without a gap. Copied in their order, the rows get the same rowids from
 * SQLite (autoinc.html), and the copy takes a sixth less of the processor's time: a rowid that is given is looked for first.
 */
final class ConsecutiveRows {

    /** Below, asking costs what it saves. */
    private static final Value MANY = Value.of(10_000);

    private ConsecutiveRows() {}

    /** Whether {@code table} has so many rows that it is worth while to ask for their numbers. */
    static boolean areWorthAsking(Connection connection, Syntax syntax, String table) throws SQLException {
        return isTrue(
                connection, syntax.sql("SELECT count(*) = $V\nFROM (SELECT 1 FROM $N LIMIT $V)", MANY, table, MANY));
    }

    /**
     * Whether the rows of {@code table} are numbered so.
     *
     * @param rowid the name by which the table's rowid is known
     */
    static boolean are(Connection connection, Syntax syntax, String table, String rowid) throws SQLException {
        Sql number = Sql.raw(rowid);
        return isTrue(
                connection,
                syntax.sql(
                        """
                        SELECT (SELECT min($S) FROM $N) = 1
                          AND (SELECT max($S) FROM $N) = (SELECT count(*) FROM $N)""",
                        number,
                        table,
                        number,
                        table,
                        table));
    }

    private static boolean isTrue(Connection connection, Sql question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question.text())) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
