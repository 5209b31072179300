package dev.aludel.dialect.sqlite;

import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.Value.currentTimestamp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dsl.Schema;
import dev.aludel.model.Value;
import dev.aludel.offline.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Scripts as they were reviewed; {@code -Dgolden.update=true} writes them anew. */
class GoldenScriptTest {

    @Test
    void native_changes() throws IOException {
        compare("native-changes", schema -> {
            schema.alterTable("sessions", t -> {
                t.addColumn("note", string(20)).defaultTo("it's");
                t.addColumn("active", bool()).notNull().defaultTo(true);
                t.column("user_id").renameTo("owner id");
                t.dropColumn("created_at");
            });
            schema.createIndex("ix_sessions_note", "sessions", "note");
            schema.renameIndex("ix_sessions_note", "sessions").to("ix_note");
            schema.dropIndex("ix_note", "sessions").ifExists();
            schema.renameTable("sessions", "visits");
        });
    }

    @Test
    void a_conversion_of_dates() throws IOException {
        compare("conversion-of-dates", schema -> {
            schema.createIndex("ix_sessions_created", "sessions", "created_at");
            Sessions.convert(schema);
            schema.createIndex("ix_sessions_user", "sessions", "user_id").ifNotExists();
        });
    }

    @Test
    void changes_of_keys_and_defaults_in_one_rebuild() throws IOException {
        compare(
                "keys-and-defaults",
                schema -> schema.alterTable("messages", t -> {
                    t.addColumn("line", integer()).notNull().fill(Value.of(1));
                    t.addColumn("sent_at", datetime()).defaultTo(currentTimestamp());
                    t.addUnique("session_id", "line");
                    t.addCheck("ck_line", "line > 0");
                    t.dropForeignKey("session_id");
                    t.column("session_id").nullable();
                }));
    }

    @Test
    void a_conversion_of_dates_by_new_columns() throws IOException {
        Consumer<Schema> change = schema -> {
            schema.createIndex("ix_sessions_created", "sessions", "created_at");
            Sessions.convert(schema);
            schema.createIndex("ix_sessions_user", "sessions", "user_id").ifNotExists();
        };
        compare(
                "conversion-by-new-columns",
                Script.of(Sessions.history(change), new SqliteDialect(ColumnConversion.NEW_COLUMN))
                        .version("3.53"));
    }

    private static void compare(String name, Consumer<Schema> change) throws IOException {
        compare(name, Script.of(Sessions.history(change), new SqliteDialect()));
    }

    private static void compare(String name, Script.Builder script) throws IOException {
        String actual = script.upgrade("create:change") + "\n" + script.downgrade("change:create");
        Path golden = Path.of("src", "test", "resources", "golden", name + ".sql");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, actual, StandardCharsets.UTF_8);
        }
        assertThat(actual).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }
}
