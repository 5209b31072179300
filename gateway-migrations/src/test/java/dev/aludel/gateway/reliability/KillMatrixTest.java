package dev.aludel.gateway.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A process is killed before and after every single thing that it sends to the database, in each revision, up and down.
 * Then the same call is made again. Unless told otherwise it is a part of these points, another one each time.
 */
class KillMatrixTest {

    private static final int WORKERS = 2;

    @DatabaseTest
    void the_same_call_completes_what_a_killed_one_began_and_nothing_is_lost(TestDatabase database) throws Exception {
        List<String> lost = new ArrayList<>();
        try (Templates templates = new Templates(database);
                Children children = new Children(WORKERS)) {
            for (Transition transition : Transition.all()) {
                Trial trial = Trial.prepare(templates, transition);
                List<KillPoint> points = Part.ofThisBuild().of(KillPoint.all(trial.roundTrips()));
                List<String> lostHere = inParallel(trial, points, children);
                ReliabilityTable.set(database.kind(), transition.toString(), points.size(), lostHere.size());
                lost.addAll(lostHere);
            }
        }
        assertThat(lost).isEmpty();
    }

    private static List<String> inParallel(Trial trial, List<KillPoint> points, Children children) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<Optional<String>>> outcomes = new ArrayList<>();
            points.forEach(point -> outcomes.add(workers.submit(
                    () -> trial.killAt(point, children).map(loss -> "killed %s: %s".formatted(point, loss)))));
            List<String> lost = new ArrayList<>();
            for (Future<Optional<String>> outcome : outcomes) {
                outcome.get().ifPresent(lost::add);
            }
            return lost;
        } finally {
            workers.shutdownNow();
        }
    }
}
