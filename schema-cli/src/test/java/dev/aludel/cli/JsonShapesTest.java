package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command prints with {@code --json} is held against the shape in {@code docs/json}. */
class JsonShapesTest {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void standBelowTheMerge() {
        assertThat(run("upgrade", "6666side").code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "heads    | heads",
                "history  | history",
                "history  | history --range current: --indicate-current",
                "branches | branches",
                "show     | show 1111 2222 3333 4444 5555 6666",
                "current  | current",
                "plan     | plan 5555",
                "plan     | plan 3333 --downgrade",
                "plan     | upgrade heads --dry-run",
                "plan     | downgrade base --dry-run",
                "run      | upgrade heads",
                "run      | downgrade shopping@base",
                "run      | upgrade 1111"
            })
    void every_document_has_the_documented_shape(String shape, String command) {
        CommandRun run = run((command + " --json").split(" "));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(JsonShape.of(shape).departures(run.out())).as(run.out()).isEmpty();
        assertThat(run.out()).startsWith("{\n").endsWith("\n}\n");
    }

    @Test
    void a_failure_that_is_an_answer_prints_its_document_too() {
        CommandRun run = run("current", "--check-heads", "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(JsonShape.of("current").departures(run.out())).isEmpty();
        assertThat(run.out()).contains("\"missing\": [\n    \"4444merge\",\n    \"5555last\"\n  ]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"show 9999", "upgrade 9999", "plan 9999", "history --range 9999:", "plan base --downgrade --ulr"
            })
    void a_failure_prints_no_document(String command) {
        CommandRun run = run((command + " --json").split(" "));

        assertThat(run.code()).isPositive();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("error: ");
    }

    @Test
    void a_document_is_the_same_each_time() {
        assertThat(run("heads", "--json").out())
                .isEqualTo(
                        """
                        {
                          "heads": [
                            {
                              "id": "5555last",
                              "message": "forget invoices",
                              "revises": [
                                "4444merge"
                              ],
                              "dependsOn": [],
                              "labels": [],
                              "children": [],
                              "head": true,
                              "declaredBy": "dev.aludel.cli.BranchingHistory$Written"
                            },
                            {
                              "id": "6666side",
                              "message": "add prices",
                              "revises": [
                                "3333shop"
                              ],
                              "dependsOn": [
                                "billing"
                              ],
                              "labels": [],
                              "children": [],
                              "head": true,
                              "declaredBy": "dev.aludel.cli.BranchingHistory$Written"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void a_shape_refuses_what_it_does_not_document() {
        assertThat(JsonShape.of("heads").departures("{\"heads\": [{\"id\": 7}], \"more\": 1}"))
                .hasSizeGreaterThan(1);
        assertThat(JsonShape.of("plan").departures("{}")).isNotEmpty();
    }

    private CommandRun run(String... arguments) {
        Defaults defaults = Defaults.forProgram("shop").url("jdbc:sqlite:" + folder.resolve("shop.db"));
        return CommandRun.of(new BranchingHistory(), Terminal.none(), defaults, arguments);
    }
}
