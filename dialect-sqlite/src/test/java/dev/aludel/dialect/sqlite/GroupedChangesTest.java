package dev.aludel.dialect.sqlite;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.operation.Conversion.epochMillis;
import static dev.aludel.operation.Conversion.expression;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.dsl.Schema;
import dev.aludel.model.Value;
import dev.aludel.plan.Plan;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Changes that meet in one rebuild: each sees the table as the ones before it left it. */
class GroupedChangesTest {

    @DatabaseTest(DatabaseKind.SQLITE)
    void neighbouring_steps_on_one_table_are_one_rebuild(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, schema -> {
            schema.createIndex("ix_user", "sessions", "user_id");
            schema.alterTable("sessions", t -> t.column("user_id").nullable());
            Sessions.convert(schema);
            schema.renameIndex("ix_user", "sessions").to("ix_owner");
            schema.alterTable("sessions", t -> t.column("user_id").renameTo("owner"));
            schema.createIndex("ix_time", "sessions", "created_time");
        });

        assertThat(copies(migrator.plan("head"))).containsExactly("copy the rows of table \"sessions\"");
        migrator.upgrade("head");

        assertThat(Sessions.texts(database, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"))
                .containsExactlyInAnyOrder(
                        "CREATE INDEX ix_owner ON sessions (owner)", "CREATE INDEX ix_time ON sessions (created_time)");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_step_on_another_table_or_on_data_ends_the_rebuild(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, schema -> {
            schema.alterTable("sessions", t -> t.column("user_id").nullable());
            schema.update("sessions")
                    .set("user_id", Value.nothing())
                    .where("id = 's1'")
                    .reversedByNothing();
            schema.alterTable(
                    "sessions",
                    t -> t.column("user_id").fillNull(Value.of("nobody")).notNull());
        });

        assertThat(copies(migrator.plan("head"))).hasSize(2);
        migrator.upgrade("head");

        assertThat(Sessions.texts(database, "SELECT user_id FROM sessions ORDER BY id"))
                .containsExactly("nobody", "u2", "U1");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void names_change_places(TestDatabase database) throws SQLException {
        Migrator migrator = filled(
                database,
                schema -> schema.alterTable("sessions", t -> {
                    t.column("id").type(text());
                    t.column("user_id").renameTo("aside");
                    t.column("created_at").renameTo("user_id");
                    t.column("aside").renameTo("created_at");
                }));

        migrator.upgrade("head");
        assertThat(Sessions.texts(database, "SELECT created_at || ' ' || user_id FROM sessions WHERE id = 's1'"))
                .containsExactly("u1 2025-01-02 03:04:05");
        migrator.downgrade("-1");
        assertThat(Sessions.texts(database, "SELECT user_id || ' ' || created_at FROM sessions WHERE id = 's1'"))
                .containsExactly("u1 2025-01-02 03:04:05");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_new_column_takes_the_name_of_one_that_moves_away(TestDatabase database) throws SQLException {
        Migrator migrator = filled(
                database,
                schema -> schema.alterTable("sessions", t -> {
                    t.column("user_id").renameTo("old_user").nullable();
                    t.addColumn("user_id", integer()).notNull().fill(Value.of(7));
                    t.addUnique("id", "user_id");
                    t.addCheck("ck_user", "user_id > 0 AND old_user <> 'user_id'");
                }));

        migrator.upgrade("head");

        assertThat(Sessions.texts(database, "SELECT old_user || user_id FROM sessions ORDER BY id"))
                .containsExactly("u17", "u27", "U17");
        assertThat(Sessions.declaration(database, "sessions"))
                .contains("user_id INTEGER NOT NULL", "UNIQUE (id, user_id)", "old_user <> 'user_id'")
                .doesNotContain("aludel_column");
        migrator.downgrade("-1");
        assertThat(Sessions.texts(database, "SELECT user_id FROM sessions ORDER BY id"))
                .containsExactly("u1", "u2", "U1");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void expressions_speak_of_columns_as_they_are_called_at_that_point(TestDatabase database) throws SQLException {
        Migrator migrator = filled(
                database,
                schema -> schema.alterTable("sessions", t -> {
                    t.column("user_id").renameTo("owner");
                    t.addColumn("label", string()).notNull().fill(Value.of("label of"));
                    t.column("label").type(text()).using(expression("label || ' ' || owner", "label"));
                    t.column("owner").type(text()).using(expression("owner || '/' || label", "owner"));
                }));
        database.execute("UPDATE sessions SET rowid = rowid + 40");

        migrator.upgrade("head");

        assertThat(Sessions.texts(database, "SELECT rowid || ' ' || label || ', ' || owner FROM sessions ORDER BY id"))
                .containsExactly(
                        "41 label of u1, u1/label of u1",
                        "42 label of u2, u2/label of u2",
                        "43 label of U1, U1/label of U1");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_column_is_converted_twice(TestDatabase database) throws SQLException {
        Migrator migrator = filled(
                database,
                schema -> schema.alterTable("sessions", t -> {
                    t.column("created_at").type(bigInteger()).using(epochMillis(UTC));
                    t.column("created_at").type(datetime()).using(epochMillis(UTC));
                }));

        migrator.upgrade("head");

        assertThat(Sessions.texts(database, "SELECT created_at FROM sessions ORDER BY id"))
                .containsExactly("2025-01-02 03:04:05.000000", "null", "2025-01-02 01:04:05.678000");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_dropped_column_comes_back_new(TestDatabase database) throws SQLException {
        Migrator migrator = filled(
                database,
                schema -> schema.alterTable("sessions", t -> {
                    t.dropColumn("created_at");
                    t.addColumn("created_at", bigInteger()).notNull().fill(Value.of(5));
                }));

        migrator.upgrade("head");

        assertThat(Sessions.texts(database, "SELECT created_at FROM sessions")).containsOnly("5");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_column_that_others_refer_to_is_renamed_in_a_rebuild(TestDatabase database) throws SQLException {
        Migrator migrator = filled(
                database,
                schema -> schema.alterTable(
                        "sessions", t -> t.column("id").renameTo("token").type(string(50))));

        migrator.upgrade("head");

        assertThat(Sessions.declaration(database, "messages"))
                .contains("REFERENCES sessions (token) ON DELETE CASCADE");
        database.withForeignKeys().execute("DELETE FROM sessions");
        assertThat(database.query("SELECT * FROM messages")).isEmpty();
    }

    private static List<String> copies(Plan plan) {
        return plan.revisions().stream()
                .flatMap(revision -> revision.actions().stream())
                .map(action -> action.summary())
                .filter(summary -> summary.startsWith("copy"))
                .toList();
    }

    private static Migrator filled(TestDatabase database, Consumer<Schema> second) throws SQLException {
        Migrator migrator = Sessions.migrator(database, Sessions.history(second));
        migrator.upgrade("create");
        Sessions.fill(database);
        return migrator;
    }
}
