package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dsl.Schema;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckHistoryTest {

    @Test
    void a_sound_history_prints_nothing_and_exits_with_0() {
        assertThat(CommandRun.of("check-history"))
                .isEqualTo(new CommandRun(0, "", "history shop, rendered for SQLite: nothing to put right\n"));
    }

    @Test
    void all_findings_are_printed_and_the_exit_code_is_1() {
        CommandRun run = CommandRun.of(new Faulty(), Defaults.forProgram("faulty"), "check-history");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("The history has 2 heads, \"1111\", \"2222\", and 1 is allowed")
                .contains("\nRevision \"1111\" does nothing, and is no merge.\n")
                .contains("\nrevision \"2222\" (dev.aludel.cli.CheckHistoryTest$Written), operation 1, ");
        assertThat(run.err()).isEqualTo("history faulty, rendered for SQLite: findings: 4\n");
    }

    @Test
    void java_and_several_heads_may_be_allowed() {
        CommandRun run = CommandRun.of(
                new Faulty(), Defaults.forProgram("faulty"), "check-history", "--allow-heads", "2", "--allow-java");

        assertThat(run.err()).isEqualTo("history faulty, rendered for SQLite: findings: 2\n");
    }

    @Test
    void json_holds_all_findings() {
        CommandRun run = CommandRun.of(new Faulty(), Defaults.forProgram("faulty"), "check-history", "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(JsonShape.of("check-history").departures(run.out())).isEmpty();
        assertThat(run.out())
                .contains("\"kind\": \"heads\"", "\"kind\": \"empty\"", "\"kind\": \"irreversible\"")
                .contains("\"kind\": \"offline\",\n      \"revision\": \"2222\",\n      \"dialect\": \"sqlite\"");
        assertThat(JsonShape.of("check-history")
                        .departures(CommandRun.of("check-history", "--json").out()))
                .isEmpty();
    }

    private static final class Faulty implements History {

        @Override
        public String name() {
            return "faulty";
        }

        @Override
        public List<Revision> revisions() {
            return List.of(new Written("1111", false), new Written("2222", true));
        }
    }

    private record Written(String id, boolean runsJava) implements Revision {

        @Override
        public Header header() {
            return Header.of(RevisionId.of(id));
        }

        @Override
        public void upgrade(Schema schema) {
            if (runsJava) {
                schema.run("derive slugs", connection -> {});
            }
        }
    }
}
