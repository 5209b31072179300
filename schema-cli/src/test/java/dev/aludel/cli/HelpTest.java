package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

    @Test
    void tells_the_commands_the_exit_codes_and_examples_under_the_program_s_name() {
        CommandRun run = CommandRun.of("--help");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Usage: shop ", "shop upgrade head", "shop downgrade -1", "0 done, 1 failed, 2 wrong usage");
    }

    @Test
    void groups_the_commands_and_leaves_none_out() {
        String help = CommandRun.of("--help").out();

        assertThat(help)
                .containsSubsequence(
                        "Where does the database stand",
                        "  current ",
                        "  plan ",
                        "Change the database:",
                        "  upgrade ",
                        "  downgrade ",
                        "  stamp ",
                        "Read the history, without a database:",
                        "  history ",
                        "  heads ",
                        "  branches ",
                        "  show ",
                        "Others:",
                        "  help ");
        assertThat(commands()).allSatisfy(command -> assertThat(help).containsOnlyOnce("\n  " + command + " "));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_teaches_what_it_does_by_examples_and_its_exit_codes(String command) {
        CommandRun run = CommandRun.of(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Usage: shop " + command, "Examples:", "\n  shop " + command, "Exit codes: 0 done")
                .doesNotContain("${");
    }

    @Test
    void is_coloured_where_colours_are_welcome() {
        assertThat(CommandRun.of("--color=always", "--help").out()).contains("\033[1m");
        assertThat(CommandRun.of("--help").out()).doesNotContain("\033[");
    }

    /** All but help itself. */
    static List<String> commands() {
        CommandLine commandLine = CommandLineMain.commandLine(
                new ShopHistory(),
                Defaults.forProgram("shop"),
                Terminal.none(),
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()));
        return commandLine.getSubcommands().keySet().stream()
                .filter(command -> !command.equals("help"))
                .toList();
    }

    @Test
    void upgrade_shows_how_to_get_sql_and_what_the_defaults_are() {
        Defaults defaults = Defaults.forProgram("shop").url("jdbc:sqlite:shop.db");

        assertThat(CommandRun.of(defaults, "upgrade", "--help").out().replaceAll("\\s+", ""))
                .contains("shopupgradehead--sql--dialectsqlite")
                .contains("(default:jdbc:sqlite:shop.db)", "(default:thehistory'sown,whichisalembic_version");
    }

    @Test
    void version_names_the_program() {
        assertThat(CommandRun.of("--version").out()).startsWith("shop, with Aludel ");
    }
}
