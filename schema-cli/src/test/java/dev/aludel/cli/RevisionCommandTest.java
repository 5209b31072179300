package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void prints_the_path_and_says_which_list_to_add_the_class_to() throws IOException {
        CommandRun run = run("revision", "-m", "add stock", "--id", "3333cccc");

        Path file = folder.resolve("dev/aludel/cli/AddStock.java");
        assertThat(run)
                .isEqualTo(
                        new CommandRun(
                                0,
                                file + "\n",
                                """
                        add it to the list of revisions in dev.aludel.cli.ShopHistory:
                            new AddStock()
                        """));
        assertThat(Files.readString(file))
                .contains("return Header.of(ID).revises(RevisionId.of(\"2222bbbb\")).message(\"add stock\");");
    }

    @Test
    void a_class_of_another_package_is_shown_with_its_import() {
        CommandRun run = run("revision", "-m", "add stock", "--package", "com.example");

        assertThat(run.out()).isEqualTo(folder.resolve("com/example/AddStock.java") + "\n");
        assertThat(run.err()).endsWith("    new AddStock()\n    import com.example.AddStock;\n");
    }

    @Test
    void a_branch_begins_at_a_splice_with_labels_and_dependencies() throws IOException {
        CommandRun run = run(
                "revision",
                "-m",
                "add carts",
                "--head",
                "1111aaaa",
                "--splice",
                "--branch-label",
                "carts",
                "--depends-on",
                "2222bbbb");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(Path.of(run.out().strip())))
                .contains(".revises(RevisionId.of(\"1111aaaa\"))", ".labels(\"carts\")")
                .contains(".dependsOn(RevisionId.of(\"2222bbbb\"))");
    }

    @Test
    void a_program_may_keep_its_sources_elsewhere() {
        Defaults defaults = Defaults.forProgram("shop").sources(folder.toString());

        assertThat(CommandRun.of(defaults, "revision", "-m", "add stock").out())
                .isEqualTo(folder.resolve("dev/aludel/cli/AddStock.java") + "\n");
        assertThat(CommandRun.of(defaults, "revision", "--help").out().replaceAll("\\s+", ""))
                .contains("(default:" + folder + ")");
    }

    @Test
    void json_tells_the_same() {
        CommandRun run = run("revision", "-m", "add stock", "--id", "3333cccc", "--json");

        assertThat(JsonShape.of("revision").departures(run.out())).isEmpty();
        assertThat(run.out())
                .isEqualTo(
                        """
                        {
                          "id": "3333cccc",
                          "revises": [
                            "2222bbbb"
                          ],
                          "message": "add stock",
                          "file": "%s",
                          "className": "dev.aludel.cli.AddStock",
                          "historyClass": "dev.aludel.cli.ShopHistory",
                          "listEntry": "new AddStock()"
                        }
                        """
                                .formatted(folder.resolve("dev/aludel/cli/AddStock.java")));
    }

    @Test
    void a_merge_of_named_revisions_is_written() throws IOException {
        CommandRun run = run("merge", "-m", "join", "1111", "2222", "--splice");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(Path.of(run.out().strip())))
                .contains(".revises(RevisionId.of(\"1111aaaa\"), RevisionId.of(\"2222bbbb\"))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "revision                      | 2 | Missing required option: '--message=TEXT'",
                "revision -m x --id head       | 2 | --id: ",
                "revision -m x --hed head      | 2 | Unknown options: '--hed', 'head'",
                "merge -m x --splic            | 2 | Unknown option: '--splic'",
                "revision -m x --head nowhere  | 1 | \"nowhere\"",
                "revision -m x --head 1111aaaa | 1 | \"1111aaaa\" is no head",
                "revision -m x --head +1       | 1 | \"+1\" is counted from where a database stands",
                "merge -m x                    | 1 | a merge joins two revisions or more"
            })
    void refusals_say_what_is_wrong_and_write_nothing(String arguments, int code, String message) {
        CommandRun run = run(arguments.split(" +"));

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error: ").contains(message);
        assertThat(folder).isEmptyDirectory();
    }

    private CommandRun run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--source";
        all[arguments.length + 1] = folder.toString();
        return CommandRun.of(all);
    }
}
