package dev.aludel.dialect.sqlite;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.operation.Conversion.epochMillis;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.dsl.Schema;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.model.Value;
import dev.aludel.offline.Script;
import dev.aludel.sql.Action;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A value that can't be converted is noticed while the rows are copied, and looked for only then: the revision stops, says
 * which rows are to blame, and leaves everything as it was.
 */
class ConversionStopsTest {

    private static final String REFUSED =
            "column \"created_at\" of table \"sessions\" holds values that are no date-time for certain (text such as 2025-01-02 03:04:05.678, with T, Z or an offset, in the years 0001 to 9999): ";

    private static final String ADVICE = ". Correct these values, or set them to NULL, and run the same command again.";

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_bad_value_in_the_middle_of_the_rows(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, Sessions::convert);
        spoil(database);

        Sessions.stops(
                database,
                migrator,
                "while doing: check column \"created_at\" of table \"sessions\"",
                REFUSED + "2 rows, id = 'row500', created_at = 'soon'; id = 'row700', created_at = 'late'" + ADVICE,
                "The transaction was rolled back");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_bad_value_where_the_new_column_may_be_null(TestDatabase database) throws SQLException {
        Migrator migrator = filled(
                database,
                schema -> schema.alterTable(
                        "sessions",
                        t -> t.column("created_at").type(bigInteger()).using(epochMillis(UTC))));
        spoil(database);

        Sessions.stops(database, migrator, REFUSED + "2 rows, id = 'row500'", ADVICE);
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_bad_value_that_a_later_change_would_have_filled(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, schema -> {
            schema.alterTable(
                    "sessions", t -> t.column("created_at").type(bigInteger()).using(epochMillis(UTC)));
            schema.alterTable(
                    "sessions",
                    t -> t.column("created_at").fillNull(Value.of(0)).notNull());
        });
        spoil(database);

        Sessions.stops(database, migrator, REFUSED + "2 rows, id = 'row500'", ADVICE);
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_bad_value_that_is_on_its_way_back_already(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, schema -> {
            schema.alterTable(
                    "sessions", t -> t.column("created_at").type(bigInteger()).using(epochMillis(UTC)));
            schema.alterTable(
                    "sessions", t -> t.column("created_at").type(datetime()).using(epochMillis(UTC)));
        });
        spoil(database);

        Sessions.stops(database, migrator, REFUSED + "2 rows, id = 'row500'", ADVICE);
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_bad_value_that_the_table_would_have_replaced(TestDatabase database) throws SQLException {
        Migrator migrator = Sessions.created(
                database,
                schema -> schema.alterTable("sessions", t -> t.column("created_at")
                        .type(bigInteger())
                        .using(epochMillis(UTC))
                        .defaultTo(0)
                        .notNull()));
        database.execute(
                "DROP TABLE sessions",
                """
                CREATE TABLE sessions (
                    id VARCHAR NOT NULL PRIMARY KEY,
                    user_id VARCHAR NOT NULL,
                    created_at DATETIME NOT NULL ON CONFLICT REPLACE
                )""",
                "INSERT INTO sessions VALUES ('s1', 'u', '2025-01-02 03:04:05'), ('s2', 'u', 'soon')");

        Sessions.stops(database, migrator, REFUSED + "1 row, id = 's2', created_at = 'soon'", ADVICE);
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_bad_number_on_the_way_back(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, Sessions::convert);
        migrator.upgrade("head");
        database.execute("UPDATE sessions SET created_time = 253402300800000 WHERE id = 'row500'");
        List<String> before = Sessions.everything(database);

        assertThatThrownBy(() -> migrator.downgrade("create"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContainingAll(
                        "column \"created_time\" of table \"sessions\" holds values that are no milliseconds",
                        ": 1 row, id = 'row500', created_time = '253402300800000 (integer)'");

        assertThat(Sessions.everything(database)).isEqualTo(before);
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void what_the_copy_refuses_for_another_reason_is_said_as_it_is(TestDatabase database) throws SQLException {
        Migrator migrator = Sessions.created(database, Sessions::convert);
        Sessions.replace(
                database,
                """
                CREATE TABLE sessions (
                    id VARCHAR NOT NULL PRIMARY KEY,
                    user_id VARCHAR NOT NULL,
                    created_at DATETIME,
                    CONSTRAINT early CHECK (typeof(created_at) <> 'integer')
                )""");

        Sessions.stops(
                database,
                migrator,
                "while doing: copy the rows of table \"sessions\"",
                "CHECK constraint failed: early");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_plan_asks_nothing_beforehand_and_a_script_does(TestDatabase database) {
        Migrator migrator = Sessions.created(database, Sessions::convert);

        assertThat(migrator.plan("head").revisions().get(0).actions())
                .extracting(Action::summary)
                .contains("copy the rows of table \"sessions\"")
                .doesNotContain("check column \"created_at\" of table \"sessions\"");
        assertThat(Script.of(Sessions.history(), new SqliteDialect())
                        .upgrade("base:heads")
                        .toString())
                .contains("-- check column \"created_at\" of table \"sessions\"");
    }

    private static void spoil(TestDatabase database) throws SQLException {
        database.execute(
                "UPDATE sessions SET created_at = 'soon' WHERE id = 'row500'",
                "UPDATE sessions SET created_at = 'late' WHERE id = 'row700'");
    }

    /** A thousand sessions, some without a date. */
    private static Migrator filled(TestDatabase database, Consumer<Schema> second) throws SQLException {
        Migrator migrator = Sessions.created(database, second);
        database.execute(
                """
                WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1000)
                INSERT INTO sessions (id, user_id, created_at)
                SELECT printf('row%03d', n), 'u', CASE WHEN n % 7 > 0 THEN datetime(n * 86400, 'unixepoch') END
                FROM numbers""");
        return migrator;
    }
}
