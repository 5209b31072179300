package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upgrade                            | Missing required parameter: 'TARGET'",
                "upgrade head                       | --url is missing",
                "upgrade head --ulr x               | Unknown options: '--ulr', 'x'",
                "upgrade --ulr                      | Unknown option: '--ulr'",
                "upgrade --sql head                 | --sql needs --dialect",
                "upgrade head --dialect sqlite      | --dialect goes with --sql",
                "upgrade head --sql --dialect db2   | no dialect is named \"db2\"",
                "upgrade head --sql --dialect sqlite@new | \"new\" is no version",
                "upgrade a:b --url jdbc:sqlite:     | \"a:b\" is a range, which goes with --sql",
                "downgrade -1 --sql --dialect sqlite | needs a range FROM:TO",
                "current --url jdbc:sqlite: --lock-timeout soon | \"soon\" is no length of time",
                "current --url jdbc:sqlite: --lock-wait 5 | \"5\" is no length of time",
                "current --url jdbc:sqlite: --lock-retries few | \"few\" is no number of times",
                "current --url jdbc:sqlite: --lease 100ms | a lease lasts 1 s at least",
                "current --url jdbc:sqlite: --no-lock --lease 30s | exclude each other",
                "current --url jdbc:sqlite: --password-env NOT_SET_ANYWHERE | \"NOT_SET_ANYWHERE\"",
                "history extra                      | Unmatched argument",
                "upgarde head                       | Unmatched argument"
            })
    void wrong_usage_exits_with_2_and_says_what_is_wrong(String arguments, String message) {
        CommandRun run = CommandRun.of(arguments.split(" +"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error: ").contains(message).contains("--help");
    }

    @Test
    void no_command_exits_with_2_and_shows_what_there_is() {
        CommandRun run = CommandRun.of();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("upgrade", "downgrade", "current", "history", "heads", "stamp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "3333", "+9"})
    void a_target_that_is_nowhere_exits_with_1_and_a_message(String target) {
        CommandRun run = CommandRun.of("upgrade", target, "--url", url());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("error: ").doesNotContain("\tat ");
    }

    @Test
    void the_stack_trace_is_shown_when_asked_for() {
        CommandRun run = CommandRun.of("upgrade", "nowhere", "--url", url(), "--stacktrace");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("error: ", "\tat dev.aludel.");
    }

    @Test
    void a_database_without_a_driver_is_named_without_its_password() {
        CommandRun run = CommandRun.of("current", "--url", "jdbc:nothing://app:s3cret@host/db?password=s3cret");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("no JDBC driver takes the URL jdbc:nothing://host/db")
                .doesNotContain("s3cret");
    }

    @Test
    void a_database_that_cannot_be_opened_exits_with_1_and_the_driver_s_words() {
        String url = "jdbc:sqlite:" + folder.resolve("no/such/folder/shop.db");

        CommandRun run = CommandRun.of("upgrade", "head", "--url", url);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("error: ", "no/such/folder").doesNotContain("\tat ");
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("shop.db");
    }
}
