package dev.aludel.dialect.sqlite;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import dev.aludel.model.Value;
import dev.aludel.operation.Conversion;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.util.function.Consumer;

/** What can't be done for certain stops the revision, with the reason, and leaves the database as it was. */
class RebuildStopsTest {

    private static final String PLAIN =
            "CREATE TABLE sessions (id VARCHAR NOT NULL PRIMARY KEY, user_id VARCHAR NOT NULL, created_at DATETIME)";

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_column_that_somebody_dropped(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, Sessions::convert);
        database.execute("ALTER TABLE sessions DROP COLUMN user_id");

        Sessions.stops(database, migrator, "table \"sessions\" in the database lacks columns", "column = 'user_id'");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_column_whose_type_somebody_changed(TestDatabase database) throws SQLException {
        Migrator migrator = Sessions.created(database, Sessions::convert);
        database.execute(
                "DROP TABLE sessions",
                "CREATE TABLE sessions (id VARCHAR NOT NULL PRIMARY KEY, user_id INTEGER NOT NULL, created_at DATETIME)");

        Sessions.stops(
                database,
                migrator,
                "column \"user_id\" of table \"sessions\" is declared INTEGER in the database, and VARCHAR by the revisions");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_table_that_is_a_view_now(TestDatabase database) throws SQLException {
        Migrator migrator = Sessions.created(database, Sessions::convert);
        database.execute(
                "DROP TABLE sessions", "CREATE VIEW sessions AS SELECT '1' AS id, 'u' AS user_id, NULL AS created_at");

        Sessions.stops(
                database, migrator, "table \"sessions\" does not exist in the database, or is no ordinary table");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_table_in_the_place_of_the_new_form(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, Sessions::convert);
        database.execute("CREATE TABLE aludel_rebuild_sessions (precious TEXT)");

        Sessions.stops(
                database,
                migrator,
                "table \"aludel_rebuild_sessions\" stands where the new form of table \"sessions\" is to be made",
                "Aludel drops nothing that it didn't make");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_view_that_reads_a_converted_column(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, Sessions::convert);
        database.execute("CREATE VIEW recent AS SELECT s.id FROM sessions s WHERE s.created_at > '2025'");

        Sessions.stops(
                database,
                migrator,
                "view \"recent\" speaks of column \"created_at\" of table \"sessions\", which this revision converts",
                "DROP VIEW");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_trigger_that_writes_a_converted_column(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, Sessions::convert);
        database.execute(
                "CREATE TRIGGER touch AFTER INSERT ON messages BEGIN UPDATE sessions SET created_at = '2025-01-01 00:00:00' WHERE id = new.session_id; END");

        Sessions.stops(database, migrator, "trigger \"touch\" speaks of column \"created_at\"", "DROP TRIGGER");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void no_trigger_that_has_a_column_of_the_same_name_elsewhere(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, Sessions::convert);
        database.execute(
                "CREATE TABLE audit (id TEXT, created_at TEXT)",
                "CREATE TRIGGER note AFTER DELETE ON sessions BEGIN INSERT INTO audit (id, created_at) VALUES (old.id, 'now'); END");

        migrator.upgrade("head");

        assertThat(Sessions.declaration(database, "note")).contains("audit (id, created_at)");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_column_that_is_generated_from_a_converted_one(TestDatabase database) throws SQLException {
        Migrator migrator = Sessions.created(database, Sessions::convert);
        Sessions.replace(
                database,
                "CREATE TABLE sessions (id VARCHAR NOT NULL PRIMARY KEY, user_id VARCHAR NOT NULL, created_at DATETIME, day TEXT AS (substr(created_at, 1, 10)))");

        Sessions.stops(
                database, migrator, "column \"created_at\" of table \"sessions\" cannot be changed", "day TEXT AS");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_default_of_a_converted_column_that_the_model_does_not_know(TestDatabase database) throws SQLException {
        Migrator migrator = Sessions.created(database, Sessions::convert);
        Sessions.replace(
                database,
                "CREATE TABLE sessions (id VARCHAR NOT NULL PRIMARY KEY, user_id VARCHAR NOT NULL, created_at DATETIME DEFAULT CURRENT_TIMESTAMP)");

        Sessions.stops(
                database, migrator, "DEFAULT CURRENT_TIMESTAMP", "say in this revision what the column's default is");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void an_index_over_a_dropped_column(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, alter(t -> {
            t.dropColumn("created_at");
            t.column("user_id").type(string(50)).nullable();
        }));
        database.execute("CREATE INDEX by_date ON sessions (user_id, created_at)");

        Sessions.stops(
                database, migrator, "index \"by_date\" speaks of column \"created_at\"", "which this revision drops");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_constraint_over_a_dropped_column(TestDatabase database) throws SQLException {
        Migrator migrator = Sessions.created(database, alter(t -> {
            t.dropColumn("created_at");
            t.column("user_id").nullable();
        }));
        Sessions.replace(
                database,
                "CREATE TABLE sessions (id VARCHAR NOT NULL PRIMARY KEY, user_id VARCHAR NOT NULL, created_at DATETIME, UNIQUE (user_id, created_at))");

        Sessions.stops(database, migrator, "UNIQUE ( user_id , created_at )", "The revisions don't know of it");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_schema_that_is_broken_elsewhere(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, Sessions::convert);
        database.execute("CREATE TABLE gone (a TEXT)", "CREATE VIEW broken AS SELECT a FROM gone", "DROP TABLE gone");

        Sessions.stops(database, migrator, "the schema around table \"sessions\" is not sound", "error in view broken");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void nulls_that_nobody_fills(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, alter(t -> t.column("created_at").notNull()));

        Sessions.stops(
                database,
                migrator,
                "column \"created_at\" of table \"sessions\" holds NULLs: 1 row, id = 's2', created_at = NULL",
                "fillNull");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void texts_that_are_no_numbers(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, alter(t -> t.column("user_id").type(integer())));
        database.execute(
                "UPDATE sessions SET user_id = '7' WHERE id = 's1'",
                "UPDATE sessions SET user_id = '007' WHERE id = 's2'");

        Sessions.stops(
                database,
                migrator,
                "column \"user_id\" of table \"sessions\" holds values that are no INTEGER as they stand: 2 rows",
                "id = 's2', user_id = '007'",
                "id = 's3', user_id = 'U1'");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void rows_that_agree_where_they_must_not(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, alter(t -> t.addUnique("user_id")));
        database.execute("UPDATE sessions SET user_id = 'same' WHERE id <> 's1'");

        Sessions.stops(
                database,
                migrator,
                "rows of table \"sessions\" agree in \"user_id\", which \"sessions_user_id_key\" does not allow: 2");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void rows_that_a_new_check_is_false_for(TestDatabase database) throws SQLException {
        Migrator migrator =
                filled(database, alter(t -> t.addCheck("ck_user", "user_id LIKE 'u%' AND user_id <> 'u2'")));

        Sessions.stops(
                database,
                migrator,
                "rows of table \"sessions\" do not meet \"ck_user\" (user_id LIKE 'u%' AND user_id <> 'u2'): 1 row, id = 's2'");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void rows_that_would_refer_to_nothing(TestDatabase database) throws SQLException {
        Migrator migrator = filled(
                database,
                schema -> schema.alterTable(
                        "messages",
                        t -> t.addForeignKey("id").references("sessions", "id").named("fk_odd")));

        Sessions.stops(
                database,
                migrator,
                "rows of table \"messages\" refer by \"id\" to rows that table \"sessions\" doesn't have: 3 rows");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void rows_that_refer_to_a_converted_column(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, Sessions::convert);
        database.execute(
                "CREATE UNIQUE INDEX ux_moments ON sessions (created_at)",
                "CREATE TABLE moments (moment DATETIME REFERENCES sessions (created_at))",
                "INSERT INTO moments VALUES ('2025-01-02 03:04:05'), ('never')");

        Sessions.stops(
                database,
                migrator,
                "rows would refer to rows that don't exist: 1 row, table = 'moments', refers to = 'sessions'",
                "Correct these rows, or the key, before this revision runs.");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_new_column_that_would_be_empty_and_must_not(TestDatabase database) throws SQLException {
        Migrator migrator =
                filled(database, alter(t -> t.addColumn("kind", string()).notNull()));

        Sessions.stops(database, migrator, "none of them would have a value in column \"kind\"", "fill(…)");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_conversion_that_makes_nulls(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, alter(t -> t.column("user_id")
                .type(bigInteger())
                .using(Conversion.expression("CASE user_id WHEN 'u1' THEN 1 END", "'u' || user_id"))));

        Sessions.stops(
                database, migrator, "holds values that the conversion turns into NULL", ": 2 rows", "user_id = 'u2'");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void an_index_to_drop_that_is_gone(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, schema -> {
            schema.createIndex("ix_user", "sessions", "user_id");
            Sessions.convert(schema);
            schema.execute("DROP INDEX ix_user");
            schema.dropIndex("ix_user", "sessions");
            schema.alterTable("sessions", t -> t.column("user_id").nullable());
        });

        Sessions.stops(database, migrator, "index \"ix_user\" of table \"sessions\" does not exist in the database");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_data_step_that_would_leave_rows_behind_since_nothing_cascades(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, schema -> {
            schema.execute("DELETE FROM sessions WHERE id = 's1'");
            Sessions.convert(schema);
        });

        Sessions.stops(
                database,
                migrator,
                "rows would refer to rows that don't exist: 1 row, table = 'messages', refers to = 'sessions'",
                "give the data step a revision of its own");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_failing_statement_in_the_middle(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, schema -> {
            Sessions.convert(schema);
            schema.update("messages").set("id", Value.of("x")).where("id = 'ms1'");
            schema.execute("INSERT INTO nowhere VALUES (1)");
        });

        Sessions.stops(database, migrator, "no such table: nowhere", "The transaction was rolled back");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_table_that_another_one_refers_to_and_that_is_to_be_dropped(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, schema -> {
            schema.dropTable("messages");
            schema.dropTable("sessions");
        });
        database.execute(
                "CREATE TABLE unknown_child (session_id VARCHAR REFERENCES sessions (id) ON DELETE CASCADE)",
                "INSERT INTO unknown_child VALUES ('s1')");

        Sessions.stops(
                database,
                migrator,
                "other tables refer to table \"sessions\", which is to be dropped",
                "table = 'unknown_child'");
    }

    private static Consumer<Schema> alter(Consumer<TableAlteration> changes) {
        return schema -> schema.alterTable("sessions", changes);
    }

    private static Migrator filled(TestDatabase database, Consumer<Schema> second) throws SQLException {
        Migrator migrator = Sessions.created(database, second);
        Sessions.replace(database, PLAIN);
        return migrator;
    }
}
