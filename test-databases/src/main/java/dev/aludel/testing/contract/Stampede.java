package dev.aludel.testing.contract;

import dev.aludel.MigrationResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs that start at the same moment, each on a thread of its own. */
final class Stampede {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final List<Future<Run>> runs;

    private Stampede(List<Future<Run>> runs) {
        this.runs = runs;
    }

    /** Starts them, and waits for all. */
    static Stampede of(int runs, Callable<MigrationResult> run) throws Exception {
        Stampede stampede = starting(runs, run);
        stampede.all();
        return stampede;
    }

    /** Starts them. */
    static Stampede starting(int count, Callable<MigrationResult> run) {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        CountDownLatch together = new CountDownLatch(count);
        List<Future<Run>> runs = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            runs.add(threads.submit(() -> {
                together.countDown();
                together.await();
                long start = System.nanoTime();
                MigrationResult result = run.call();
                return new Run(result, Duration.ofNanos(System.nanoTime() - start));
            }));
        }
        threads.shutdown();
        return new Stampede(runs);
    }

    /** What each run gave, in no order; waits for all. */
    List<MigrationResult> results() throws Exception {
        return all().stream().map(Run::result).toList();
    }

    /** The time of the run that took longest. */
    Duration longestRun() throws Exception {
        return all().stream().map(Run::duration).max(Comparator.naturalOrder()).orElseThrow();
    }

    private List<Run> all() throws Exception {
        List<Run> ended = new ArrayList<>();
        for (Future<Run> run : runs) {
            ended.add(run.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
        }
        return ended;
    }

    private record Run(MigrationResult result, Duration duration) {}
}
