package dev.aludel.gateway.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.gateway.Gateway;
import dev.aludel.revision.Direction;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** Twenty processes upgrade one database at the same moment, as the instances of a service do that starts. */
class StampedeTest {

    private static final int PROCESSES = 20;
    private static final int ROUNDS = 10;
    private static final int ROUNDS_OF_A_PART = 2;
    private static final int MILLIS_TO_SPARE = 2_000;

    @DatabaseTest({DatabaseKind.POSTGRESQL, DatabaseKind.MYSQL})
    void one_does_the_work_and_nobody_waits_longer_than_it_takes(TestDatabase empty, TestDatabase filled) {
        ManyRows.fill(filled);
        List<ChildProcess> processes = IntStream.range(0, PROCESSES)
                .mapToObj(number -> ChildProcess.start())
                .toList();
        try {
            processes.forEach(ChildProcess::awaitReady);
            int rounds = Part.ofThisBuild().isWhole() ? ROUNDS : ROUNDS_OF_A_PART;
            for (int round = 1; round <= rounds; round++) {
                stampede(processes, empty);
                stampede(processes, filled);
            }
        } finally {
            processes.forEach(ChildProcess::close);
        }
    }

    private static void stampede(List<ChildProcess> processes, TestDatabase template) {
        try (TestDatabase database = template.copy()) {
            List<String> missing = missing(database);
            processes.forEach(process -> process.order(Job.on(database, Direction.UPGRADE, "head", KillPoint.NONE)));
            List<Outcome> outcomes = processes.stream()
                    .map(process -> Outcome.parse(process.nextAnswer()))
                    .toList();

            assertThat(outcomes.stream().flatMap(outcome -> outcome.revisions().stream()))
                    .containsExactlyElementsOf(missing);
            assertThat(logged(database)).containsExactlyElementsOf(Gateway.REVISIONS);
            assertThat(longest(outcomes)).isLessThanOrEqualTo(work(outcomes) + MILLIS_TO_SPARE);
            System.err.printf(
                    "Stampede on %s: %d revisions in %d ms, the last process done after %d ms%n",
                    database.kind(), missing.size(), work(outcomes), longest(outcomes));
        }
    }

    private static List<String> missing(TestDatabase database) {
        return Gateway.migrator(database).plan("head").revisions().stream()
                .map(revision -> revision.header().id().value())
                .toList();
    }

    /** What the log says was done, in that order. */
    private static List<String> logged(TestDatabase database) {
        try {
            return database
                    .query("SELECT revision FROM alembic_version_log WHERE outcome = 'done' ORDER BY entry, part")
                    .stream()
                    .map(row -> String.valueOf(row.get("revision")))
                    .toList();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long longest(List<Outcome> outcomes) {
        return outcomes.stream().mapToLong(Outcome::millis).max().orElseThrow();
    }

    /** How long the one took that had something to do. */
    private static long work(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.revisions().isEmpty())
                .mapToLong(Outcome::millis)
                .max()
                .orElseThrow();
    }

    /** What a process says at the end. */
    private record Outcome(long millis, List<String> revisions) {

        static Outcome parse(String answer) {
            assertThat(answer).startsWith(MigratingProcess.DONE);
            String[] words = answer.split(" ", -1);
            return new Outcome(Long.parseLong(words[1]), words[2].isEmpty() ? List.of() : List.of(words[2].split(",")));
        }
    }
}
