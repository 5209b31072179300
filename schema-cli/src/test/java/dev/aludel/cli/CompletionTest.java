package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void bash_completes_commands_options_and_dialects() throws Exception {
        assertThat(completed("up")).containsExactly("upgrade");
        assertThat(completed("ch")).containsExactly("check-history");
        assertThat(completed("upgrade", "--ver")).contains("--version-table", "--verbose");
        assertThat(completed("upgrade", "--dialect", "sq")).containsExactly("sqlite");
        assertThat(completed("stamp", "--pu")).containsExactly("--purge");
    }

    @Test
    void a_program_s_name_may_hold_hyphens() {
        assertThat(CommandRun.of(Defaults.forProgram("gateway-migrations"), "completion")
                        .out())
                .contains("complete -F _complete_gateway-migrations -o default gateway-migrations");
    }

    /** What bash offers for the last of these words, behind the program's name. */
    private List<String> completed(String... words) throws IOException, InterruptedException {
        CommandRun script = CommandRun.of("completion");
        assertThat(script.code()).isZero();
        assertThat(script.err()).isEmpty();
        Files.writeString(folder.resolve("completion.sh"), script.out());
        String run =
                """
                compopt() { :; }    # which bash has for completions alone
                source completion.sh || exit 1
                COMP_WORDS=(shop "$@")
                COMP_CWORD=$#
                COMP_LINE="${COMP_WORDS[*]}"
                COMP_POINT=${#COMP_LINE}
                _complete_shop
                printf '%s\\n' "${COMPREPLY[@]}"
                """;
        ProcessBuilder bash = new ProcessBuilder("bash", "--norc", "-c", run, "bash");
        bash.command().addAll(List.of(words));
        Process process =
                bash.directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said.lines().map(String::strip).toList();
    }
}
