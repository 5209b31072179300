package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void several_targets_that_include_each_other_leave_one_row_and_a_note() {
        CommandRun run = onDatabase("stamp", "1111aaaa", "2222bbbb");

        assertThat(run)
                .isEqualTo(new CommandRun(
                        0,
                        "2222bbbb (head)\n",
                        "stamping %s\nNo row is written for \"1111aaaa\": other targets of this stamp include it.\n"
                                .formatted(url())));
    }

    @Test
    void a_row_that_the_history_lacks_is_refused_unless_it_is_purged() throws SQLException {
        execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)");
        execute("INSERT INTO alembic_version VALUES ('deadbeef')");

        CommandRun refused = onDatabase("stamp", "head");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("\"deadbeef\"", "with purge");

        assertThat(onDatabase("stamp", "head", "--purge").out()).isEqualTo("2222bbbb (head)\n");
        assertThat(onDatabase("current").out()).isEqualTo("2222bbbb (head)\n");
    }

    @Test
    void a_stamp_that_changes_nothing_says_so() {
        onDatabase("stamp", "head");

        assertThat(onDatabase("stamp", "head"))
                .isEqualTo(new CommandRun(0, "2222bbbb (head)\n", "stamping %s\nnothing to do\n".formatted(url())));
    }

    @Test
    void sql_moves_the_version_rows_alone_and_touches_no_database() {
        CommandRun run = onDatabase("stamp", "head", "--sql", "--dialect", "sqlite");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("CREATE TABLE IF NOT EXISTS alembic_version", "VALUES ('2222bbbb');")
                .doesNotContain("items");
        assertThat(Files.exists(folder.resolve("shop.db"))).isFalse();
    }

    @Test
    void sql_replaces_the_row_that_a_range_starts_at() {
        assertThat(CommandRun.of("stamp", "1111aaaa:head", "--sql", "--dialect", "sqlite")
                        .out())
                .contains("SET version_num = '2222bbbb' WHERE version_num = '1111aaaa';")
                .doesNotContain("CREATE TABLE IF NOT EXISTS alembic_version (");
    }

    @Test
    void sql_takes_several_targets() {
        assertThat(CommandRun.of("stamp", "base:1111", "2222", "--sql", "--dialect", "sqlite")
                        .out())
                .contains("VALUES ('2222bbbb');")
                .doesNotContain("VALUES ('1111aaaa')");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stamp                                      | Missing required parameter: 'TARGET'",
                "stamp head --prune                         | Unknown option: '--prune'",
                "stamp base:head                            | \"base:head\" is a range, which goes with --sql",
                "stamp head --purge --sql --dialect sqlite  | --purge needs the database",
                "stamp head --json --sql --dialect sqlite   | ask for one of them",
                "stamp head --tag r1 --sql --dialect sqlite | --tag marks a run in the migration log",
                "upgrade head --tag r1 --sql --dialect sqlite | --tag marks a run in the migration log"
            })
    void wrong_usage_exits_with_2(String arguments, String message) {
        CommandRun run = onDatabase(arguments.split(" +"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error: ").contains(message);
    }

    @Test
    void a_range_behind_the_first_target_is_refused() {
        CommandRun run = CommandRun.of("stamp", "1111", "1111:2222", "--sql", "--dialect", "sqlite");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("\"1111:2222\" is a range. Where a stamp starts is said once");
    }

    @Test
    void json_tells_what_came_and_where_the_database_stands() {
        CommandRun run = onDatabase("stamp", "head", "--json");

        assertThat(JsonShape.of("run").departures(run.out())).isEmpty();
        assertThat(run.out()).contains("\"direction\": \"stamp\"", "\"id\": \"2222bbbb\"");
    }

    @Test
    void steps_are_refused() {
        CommandRun run = onDatabase("stamp", "-1");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("A stamp cannot count steps");
    }

    private CommandRun onDatabase(String... arguments) {
        return CommandRun.of(Defaults.forProgram("shop").url(url()), arguments);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("shop.db");
    }
}
