package dev.aludel.cli;

import static dev.aludel.model.ColumnType.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dsl.Schema;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCommandsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void log_tells_newest_first_what_was_done_when_by_whom_and_with_which_tag() {
        run("upgrade", "head", "--tag", "release 7");
        run("downgrade", "-1");
        run("stamp", "head");

        CommandRun log = run("log");

        assertThat(log.err()).isEmpty();
        assertThat(log.out().lines())
                .satisfiesExactly(
                        stamp -> assertThat(stamp).matches("\\S+Z  stamp 2222bbbb  done in \\d+ ms  by \\S+"),
                        down -> assertThat(down).matches("\\S+Z  downgrade 2222bbbb  done in \\d+ ms  by \\S+"),
                        up -> assertThat(up).matches("\\S+Z  upgrade 2222bbbb  done in .* by \\S+ \\(release 7\\)"),
                        up -> assertThat(up).matches("\\S+Z  upgrade 1111aaaa  done in .* by \\S+ \\(release 7\\)"));
        assertThat(run("log", "--limit", "1").out()).contains("stamp").hasLineCount(1);
    }

    @Test
    void log_is_empty_where_nothing_was_done() {
        assertThat(run("log")).isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void log_as_json_has_the_documented_shape() {
        run("upgrade", "head", "--tag", "release 7");

        CommandRun log = run("log", "--json");

        assertThat(JsonShape.of("log").departures(log.out())).isEmpty();
        assertThat(log.out()).contains("\"tag\": \"release 7\"", "\"outcome\": \"done\"");
    }

    @Test
    void verify_finds_every_applied_revision_unchanged() {
        run("upgrade", "head");

        assertThat(run("verify")).isEqualTo(new CommandRun(0, "1111aaaa  unchanged\n2222bbbb  unchanged\n", ""));
    }

    @Test
    void verify_exits_with_1_when_a_revision_was_changed_after_it_was_applied() {
        run("upgrade", "head");

        CommandRun verify =
                CommandRun.of(new Changed(), Defaults.forProgram("shop").url(url()), "verify");
        assertThat(verify.code()).isEqualTo(1);
        assertThat(verify.out()).isEqualTo("1111aaaa  unchanged\n2222bbbb  changed since it was applied\n");

        CommandRun json =
                CommandRun.of(new Changed(), Defaults.forProgram("shop").url(url()), "verify", "--json");
        assertThat(json.code()).isEqualTo(1);
        assertThat(JsonShape.of("verify").departures(json.out())).isEmpty();
        assertThat(json.out()).contains("\"status\": \"changed\"");
    }

    @Test
    void verify_cannot_tell_about_a_stamp() {
        run("stamp", "head");

        assertThat(run("verify").out()).contains("2222bbbb  unknown: the log doesn't tell what was applied\n");
        assertThat(run("verify").code()).isZero();
    }

    @Test
    void resume_says_when_there_is_nothing_to_resume() {
        run("upgrade", "head");

        for (String assumption : List.of("--assume-applied", "--assume-not-applied")) {
            CommandRun resume = run("resume", assumption);
            assertThat(resume.code()).isEqualTo(1);
            assertThat(resume.err()).contains("there is nothing to resume");
        }
        assertThat(run("resume").code()).isEqualTo(1);
    }

    @Test
    void resume_takes_one_assumption_only() {
        CommandRun resume = run("resume", "--assume-applied", "--assume-not-applied");

        assertThat(resume.code()).isEqualTo(2);
        assertThat(resume.err()).contains("mutually exclusive");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(Defaults.forProgram("shop").url(url()), arguments);
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("shop.db");
    }

    /** The shop's history, whose newest revision was edited since. */
    private static final class Changed implements History {

        @Override
        public String name() {
            return "shop";
        }

        @Override
        public List<Revision> revisions() {
            return List.of(new ShopHistory().revisions().get(0), new AddPrice());
        }
    }

    private static final class AddPrice implements Revision {

        @Override
        public Header header() {
            return Header.of(RevisionId.of("2222bbbb"))
                    .revises(RevisionId.of("1111aaaa"))
                    .message("add price");
        }

        @Override
        public void upgrade(Schema schema) {
            schema.alterTable("items", t -> t.addColumn("price", text()));
        }
    }
}
