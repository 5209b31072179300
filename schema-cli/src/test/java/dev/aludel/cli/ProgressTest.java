package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.CompiledRevision;
import dev.aludel.dialect.LockWait;
import dev.aludel.execute.ActionProgress;
import dev.aludel.execute.AppliedRevision;
import dev.aludel.execute.LockConflict;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Header;
import dev.aludel.revision.Move;
import dev.aludel.revision.RevisionId;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final RevisionId ID = RevisionId.of("1111aaaa");

    private static final Statement STATEMENT =
            Statement.of(Sql.raw("UPDATE items\nSET price = 0"), "update items", LockImpact.none());

    private static final PlannedRevision REVISION = new PlannedRevision(
            Header.of(ID).message("fill prices"),
            new Move(Direction.UPGRADE, ID, Set.of(), Set.of(ID)),
            List.of(STATEMENT),
            Optional.empty(),
            new CompiledRevision(List.of(), List.of(), List.of()),
            List.of());

    private static final AppliedRevision APPLIED =
            new AppliedRevision(REVISION.header(), Direction.UPGRADE, Duration.ofMillis(3_400), 7);

    private static final ActionProgress HALF =
            new ActionProgress("copying", 425_000, 1_000_000, "rows", Optional.of(Duration.ofMillis(3_400)));

    private static final LockWait WAIT =
            new LockWait("the lease \"l\"", "somebody", Duration.ofSeconds(11), Duration.ofSeconds(60));

    @Test
    void a_line_begins_with_the_revision_and_ends_with_its_duration() {
        StringWriter err = new StringWriter();
        LineProgress progress = new LineProgress(new PrintWriter(err));

        progress.revisionStarted(REVISION, 2, 3);
        assertThat(err).hasToString("[2/3] upgrade 1111aaaa: fill prices …");
        progress.revisionFinished(REVISION, APPLIED);
        progress.close();

        assertThat(err).hasToString("[2/3] upgrade 1111aaaa: fill prices … 3.4 s\n");
    }

    @Test
    void a_wait_for_locks_takes_a_line_that_says_who_is_in_the_way() {
        StringWriter err = new StringWriter();
        LineProgress progress = new LineProgress(new PrintWriter(err));

        progress.revisionStarted(REVISION, 2, 3);
        progress.retrying(
                REVISION,
                new LockConflict("lock timeout", List.of("session 1: SELECT 1"), 1, 5, Duration.ofMillis(500), true));
        progress.revisionFinished(REVISION, APPLIED);

        assertThat(err)
                .hasToString(
                        """
                        [2/3] upgrade 1111aaaa: fill prices …
                          waits for locks; retry 1 of 5 in 500 ms; in the way: session 1: SELECT 1 … 3.4 s
                        """);
    }

    @Test
    void a_line_that_a_failure_cut_short_is_ended() {
        StringWriter err = new StringWriter();
        LineProgress progress = new LineProgress(new PrintWriter(err));

        progress.revisionStarted(REVISION, 1, 1);
        progress.close();

        assertThat(err).hasToString("[1/1] upgrade 1111aaaa: fill prices …\n");
    }

    @Test
    void a_wait_is_told_on_a_line_of_its_own_wherever_it_comes() {
        StringWriter err = new StringWriter();
        LineProgress progress = new LineProgress(new PrintWriter(err));

        progress.waitingForLock(WAIT);
        progress.revisionStarted(REVISION, 2, 3);
        progress.waitingForLock(WAIT);
        progress.revisionFinished(REVISION, APPLIED);
        progress.close();

        assertThat(err)
                .hasToString(
                        """
                        waiting for the lease "l", held by somebody (11 s of at most 60 s)
                        [2/3] upgrade 1111aaaa: fill prices …
                        waiting for the lease "l", held by somebody (11 s of at most 60 s)
                        [2/3] upgrade 1111aaaa: fill prices … 3.4 s
                        """);
    }

    @Test
    void a_bar_names_the_statement_that_runs_and_gives_way_to_a_line() throws InterruptedException {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        BarProgress progress = new BarProgress(new PrintStream(terminal, true, StandardCharsets.UTF_8), 100);

        progress.revisionStarted(REVISION, 2, 3);
        progress.actionStarted(REVISION, STATEMENT);
        waitFor(terminal, "update items");
        progress.actionFinished(REVISION, STATEMENT, Duration.ofMillis(3), 7);
        progress.revisionFinished(REVISION, APPLIED);
        progress.close();

        String shown = terminal.toString(StandardCharsets.UTF_8);
        assertThat(shown).contains("\r[2/3] 1111aaaa  0/1  0:00  update items");
        assertThat(shown).endsWith("[2/3] upgrade 1111aaaa: fill prices … 3.4 s\n");
    }

    @Test
    void a_bar_tells_how_far_a_long_statement_has_come() throws InterruptedException {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        BarProgress progress = new BarProgress(new PrintStream(terminal, true, StandardCharsets.UTF_8), 120);

        progress.revisionStarted(REVISION, 2, 3);
        progress.actionStarted(REVISION, STATEMENT);
        progress.progressed(REVISION, STATEMENT, HALF);
        waitFor(terminal, "42 % of 1,000,000 rows (copying), about 3.4 s left  update items");
        progress.close();
        progress.progressed(REVISION, STATEMENT, HALF);

        assertThat(terminal.toString(StandardCharsets.UTF_8)).contains("\r[2/3] 1111aaaa  0/1  0:0");
    }

    @Test
    void a_log_of_statements_tells_it_on_a_line_each_time() {
        StringWriter err = new StringWriter();
        StatementProgress progress = new StatementProgress(new PrintWriter(err));

        progress.progressed(REVISION, STATEMENT, HALF);
        progress.progressed(REVISION, STATEMENT, new ActionProgress("starting", 0, 10, "blocks", Optional.empty()));

        assertThat(err)
                .hasToString(
                        """
                            42 % of 1,000,000 rows (copying), about 3.4 s left
                            0 % of 10 blocks (starting)
                        """);
    }

    @Test
    void statements_are_told_with_their_sql_and_the_rows_they_changed() {
        StringWriter err = new StringWriter();
        StatementProgress progress = new StatementProgress(new PrintWriter(err));

        progress.revisionStarted(REVISION, 1, 1);
        progress.actionStarted(REVISION, STATEMENT);
        progress.actionFinished(REVISION, STATEMENT, Duration.ofMillis(3), 7);
        progress.revisionFinished(REVISION, APPLIED);

        assertThat(err)
                .hasToString(
                        """
                        [1/1] upgrade 1111aaaa: fill prices
                          update items
                            UPDATE items
                            SET price = 0
                            3 ms, rows changed: 7
                          done in 3.4 s
                        """);
    }

    @Test
    void a_long_duration_is_told_in_minutes() {
        assertThat(ProgressText.duration(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
    }

    private static void waitFor(ByteArrayOutputStream terminal, String text) throws InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            if (terminal.toString(StandardCharsets.UTF_8).contains(text)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("never shown: " + text);
    }
}
