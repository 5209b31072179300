package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @Test
    void tells_the_commands_the_exit_codes_and_examples_under_the_program_s_name() {
        CommandRun run = CommandRun.of("--help");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Usage: shop ", "shop upgrade head", "shop downgrade -1", "0 done, 1 failed, 2 wrong usage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "downgrade", "current", "history", "heads", "stamp"})
    void every_command_explains_itself(String command) {
        CommandRun run = CommandRun.of(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: shop " + command).doesNotContain("${");
    }

    @Test
    void upgrade_shows_how_to_get_sql_and_what_the_defaults_are() {
        Defaults defaults = Defaults.forProgram("shop").url("jdbc:sqlite:shop.db");

        assertThat(CommandRun.of(defaults, "upgrade", "--help").out().replaceAll("\\s+", ""))
                .contains("shopupgradehead--sql--dialectsqlite")
                .contains("(default:jdbc:sqlite:shop.db)", "(default:alembic_version)");
    }

    @Test
    void version_names_the_program() {
        assertThat(CommandRun.of("--version").out()).startsWith("shop, with Aludel ");
    }
}
