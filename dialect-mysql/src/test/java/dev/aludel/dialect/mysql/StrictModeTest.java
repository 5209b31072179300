package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dsl.Schema;
import dev.aludel.model.SchemaModel;
import dev.aludel.sql.SessionSetting;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StrictModeTest {

    private static final SessionSetting SETTING = StrictMode.SETTING;

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void is_added_to_a_lenient_mode_and_taken_away_again(TestDatabase database) throws SQLException {
        for (String mode : List.of("", "ANSI_QUOTES,NO_BACKSLASH_ESCAPES")) {
            try (Connection connection = database.connect()) {
                TestRun.execute(connection, "SET SESSION sql_mode = '" + mode + "'");
                String before = one(connection, SETTING.read().text());
                assertThat(before).isNotEqualTo(SETTING.value());

                TestRun.execute(connection, SETTING.assignment(SETTING.value()).text());
                assertThat(one(connection, SETTING.read().text())).isEqualTo(SETTING.value());
                assertThat(one(connection, "SELECT @@SESSION.sql_mode")).contains("STRICT_ALL_TABLES");

                TestRun.execute(connection, SETTING.assignment(before).text());
                assertThat(one(connection, "SELECT @@SESSION.sql_mode")).isEqualTo(mode);
            }
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void is_there_already_where_the_server_is_as_it_comes(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(one(connection, SETTING.read().text())).isEqualTo(SETTING.value());
        }
    }

    @Test
    void only_what_writes_values_asks_for_it() {
        SchemaModel tasks = TestRun.of(
                        SchemaModel.empty(),
                        s -> s.createTable("tasks", t -> {
                            t.column("id", integer()).primaryKey();
                            t.column("name", string(20));
                        }))
                .after();

        assertThat(settings(tasks, s -> s.createIndex("ix", "tasks", "name"))).isEmpty();
        assertThat(settings(
                        tasks, s -> s.alterTable("tasks", t -> t.column("name").type(string(5)))))
                .containsExactly(SETTING);
        assertThat(settings(tasks, s -> s.update("tasks").set("name", "x"))).containsExactly(SETTING);
    }

    private static List<SessionSetting> settings(SchemaModel before, Consumer<Schema> author) {
        return TestRun.of(before, CompileContext.offline(TestRun.MYSQL_8), Schema.record(author))
                .compiled()
                .settings();
    }

    private static String one(Connection connection, String query) throws SQLException {
        return TestRun.rows(connection, query).get(0).get(0);
    }
}
