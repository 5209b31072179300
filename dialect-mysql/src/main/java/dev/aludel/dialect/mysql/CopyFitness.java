package dev.aludel.dialect.mysql;

import dev.aludel.sql.Sql;
import java.sql.SQLException;

/** What a live table and its server say about a copying conversion; the dearest question comes last. */
final class CopyFitness {

    /** Indexes with words that the model has none for, and foreign keys that go beyond primary keys or the schema. */
    private static final String PECULIAR =
            """
            SELECT index_name AS name
            FROM information_schema.statistics
            WHERE table_schema = DATABASE() AND table_name = $V AND (index_comment <> '' OR %s)
            UNION ALL
            SELECT constraint_name AS name
            FROM information_schema.referential_constraints
            WHERE unique_constraint_schema = DATABASE() AND referenced_table_name = $V
                AND (unique_constraint_name IS NULL OR unique_constraint_name <> 'PRIMARY')
            UNION ALL
            SELECT constraint_name AS name
            FROM information_schema.key_column_usage
            WHERE table_schema = DATABASE() AND table_name = $V AND referenced_table_schema <> DATABASE()
            UNION ALL
            SELECT constraint_name AS name
            FROM information_schema.key_column_usage
            WHERE table_schema <> DATABASE() AND referenced_table_schema = DATABASE() AND referenced_table_name = $V""";

    /** Where other servers write the same table, a lock on this one keeps nobody away. */
    private static final String SEVERAL_WRITERS =
            "SHOW VARIABLES WHERE (variable_name = 'wsrep_on' AND value = 'ON') OR (variable_name = 'group_replication_single_primary_mode' AND value = 'OFF')";

    /** The right is asked for before the table; nobody is waited for. */
    private static final String LOCK_NOTHING = "LOCK TABLES aludel_no_such_table WRITE";

    private static final int ER_NO_SUCH_TABLE = 1146;

    private final Rows rows;
    private final MysqlServer server;

    CopyFitness(Rows rows, MysqlServer server) {
        this.rows = rows;
        this.server = server;
    }

    /** Whether {@code table} has as many rows, nothing that a copy would lose, and the user may keep others away from it. */
    boolean isFit(String table, int atLeast) throws SQLException {
        return rows.count(table, atLeast) >= atLeast
                && rows.of(peculiar(), table, table, table, table).isEmpty()
                && rows.of(SEVERAL_WRITERS).isEmpty()
                && mayLockTables();
    }

    private String peculiar() {
        return PECULIAR.formatted(server.isMariaDb() ? "ignored = 'YES'" : "is_visible = 'NO'");
    }

    private boolean mayLockTables() throws SQLException {
        return rows.failureOf(Sql.raw(LOCK_NOTHING))
                .filter(failure -> failure.getErrorCode() == ER_NO_SUCH_TABLE)
                .isPresent();
    }
}
