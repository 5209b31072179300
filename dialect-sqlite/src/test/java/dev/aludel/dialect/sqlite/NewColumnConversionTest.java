package dev.aludel.dialect.sqlite;

import static dev.aludel.dialect.sqlite.Sessions.declaration;
import static dev.aludel.dialect.sqlite.Sessions.everything;
import static dev.aludel.dialect.sqlite.Sessions.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.dsl.Schema;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.offline.Script;
import dev.aludel.plan.Plan;
import dev.aludel.sql.Action;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Conversions by new columns: where they are made, what they leave, and what stops them. */
class NewColumnConversionTest {

    @DatabaseTest(DatabaseKind.SQLITE)
    void the_values_arrive_in_a_column_at_the_end_and_come_back(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, Sessions::convert);
        List<String> dates = texts(database, "SELECT coalesce(created_at, 'none') FROM sessions ORDER BY id");

        migrator.upgrade("head");

        assertThat(declaration(database, "sessions"))
                .contains("created_time BIGINT NOT NULL")
                .doesNotContain("_at");
        assertThat(texts(database, "SELECT name FROM pragma_table_info('sessions')"))
                .containsExactly("id", "user_id", "created_time");
        assertThat(texts(database, "SELECT created_time FROM sessions ORDER BY id"))
                .containsExactly("1735787045000", String.valueOf(Sessions.NOW), "1735779845678");
        assertThat(texts(database, "SELECT count(*) FROM messages")).containsExactly("3");

        migrator.downgrade("create");
        assertThat(dates.get(0)).isEqualTo("2025-01-02 03:04:05");
        assertThat(texts(database, "SELECT created_at FROM sessions WHERE id = 's1'"))
                .containsExactly("2025-01-02 03:04:05.000000");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void the_plan_says_so_and_nothing_is_rebuilt(TestDatabase database) throws SQLException {
        Plan plan = filled(database, Sessions::convert).plan("head");

        List<String> summaries =
                plan.revisions().get(0).actions().stream().map(Action::summary).toList();
        assertThat(summaries)
                .contains("convert the values of [created_at] of table \"sessions\"")
                .noneMatch(summary -> summary.contains("new form of table"));
        assertThat(plan.revisions().get(0).compiled().steps())
                .flatExtracting(step -> step.warnings())
                .containsExactly(
                        "the converted columns [created_time] of table \"sessions\" will stand at the end of the table");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_column_that_keeps_its_name(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, schema -> {
            schema.createIndex("ix_sessions_created", "sessions", "created_at");
            Sessions.convert(schema);
            schema.alterTable("sessions", t -> t.column("created_time").renameTo("created_at"));
        });

        migrator.upgrade("head");

        assertThat(texts(database, "SELECT typeof(created_at) FROM sessions")).containsOnly("integer");
        assertThat(declaration(database, "ix_sessions_created")).contains("(created_at)");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void an_index_on_the_column_follows_it(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, schema -> {
            schema.createIndex("ix_sessions_created", "sessions", "created_at");
            Sessions.convert(schema);
        });

        migrator.upgrade("head");

        assertThat(declaration(database, "ix_sessions_created")).contains("(created_time)");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_trigger_that_the_revisions_dont_know_stops_the_revision(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, Sessions::convert);
        database.execute("CREATE TRIGGER spy AFTER UPDATE ON sessions BEGIN DELETE FROM messages; END");
        List<String> before = everything(database);

        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining(
                        "table \"sessions\" has an index, trigger, column or clause that the revisions don't know")
                .hasMessageContaining("'spy'")
                .hasMessageContaining("choose ColumnConversion.REBUILD");
        assertThat(everything(database)).isEqualTo(before);
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_view_that_reads_the_column_stops_the_revision(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, Sessions::convert);
        database.execute("CREATE VIEW recent AS SELECT s.id FROM sessions s WHERE s.created_at > '2025'");
        List<String> before = everything(database);

        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("recent");
        assertThat(everything(database)).isEqualTo(before);
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void what_is_no_date_stops_the_revision(TestDatabase database) throws SQLException {
        Migrator migrator = filled(database, Sessions::convert);
        database.execute("UPDATE sessions SET created_at = '2024-02-30 00:00:00' WHERE id = 's1'");
        List<String> before = everything(database);

        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("1 row, id = 's1', created_at = '2024-02-30 00:00:00'");
        assertThat(everything(database)).isEqualTo(before);
    }

    @Test
    void a_key_is_converted_by_a_rebuild() {
        String script = script("3.53", schema -> {
            schema.alterTable("sessions", t -> t.addUnique("created_at"));
            schema.renameTable("sessions", "visits");
            schema.renameTable("visits", "sessions");
            Sessions.convert(schema);
        });

        assertThat(script).contains("aludel_rebuild_sessions");
    }

    @Test
    void before_3_53_a_column_that_becomes_not_null_is_converted_by_a_rebuild() {
        assertThat(script("3.52", Sessions::convert)).contains("aludel_rebuild_sessions");
        assertThat(script("3.53", Sessions::convert))
                .doesNotContain("aludel_rebuild")
                .contains("ALTER TABLE sessions ALTER COLUMN created_time SET NOT NULL;");
    }

    private static String script(String version, Consumer<Schema> change) {
        return Script.of(Sessions.history(change), new SqliteDialect(ColumnConversion.NEW_COLUMN))
                .version(version)
                .upgrade("create:change")
                .toString();
    }

    private static Migrator filled(TestDatabase database, Consumer<Schema> change) throws SQLException {
        Migrator migrator = Migrator.on(database.withForeignKeys().dataSource())
                .history(Sessions.history(change))
                .dialect(new SqliteDialect(ColumnConversion.NEW_COLUMN))
                .clock(Clock.fixed(Instant.ofEpochMilli(Sessions.NOW), ZoneOffset.UTC))
                .build();
        migrator.upgrade("create");
        Sessions.fill(database);
        return migrator;
    }
}
