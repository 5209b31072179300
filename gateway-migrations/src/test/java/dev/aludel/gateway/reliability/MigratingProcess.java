package dev.aludel.gateway.reliability;

import dev.aludel.MigrationResult;
import dev.aludel.error.MigrationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A process to be killed: does the jobs that its standard input names, a line each, and answers each by a line on its
 * standard output. Where a job says so it stops, says {@code paused}, and waits for a line. It ends when its input does, so
 * also when the process that started it dies.
 */
final class MigratingProcess {

    static final String READY = "ready";
    static final String PAUSED = "paused";
    static final String DONE = "done";
    static final String FAILED = "failed";

    private static final BufferedReader INPUT =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private MigratingProcess() {}

    public static void main(String[] arguments) {
        // Loads the drivers, so that a job does not have to.
        DriverManager.getDrivers();
        answer(READY);
        while (true) {
            answer(perform(Job.parse(nextLine())));
        }
    }

    /** The outcome: after a blank, the milliseconds that it took and the revisions applied, or why it failed. */
    private static String perform(Job job) {
        long start = System.nanoTime();
        try {
            MigrationResult result = Job.run(dataSource(job), job.direction(), job.target());
            String revisions = result.revisions().stream()
                    .map(applied -> applied.header().id().value())
                    .collect(Collectors.joining(","));
            return "%s %d %s".formatted(DONE, (System.nanoTime() - start) / 1_000_000, revisions);
        } catch (MigrationException failure) {
            return "%s %s"
                    .formatted(FAILED, String.valueOf(failure.getMessage()).replace('\n', ' '));
        }
    }

    private static DataSource dataSource(Job job) {
        return RoundTrips.observed(
                Connections.by(() -> DriverManager.getConnection(job.url(), job.user(), job.password())),
                (number, side, sql) -> {
                    if (job.pause().equals(new KillPoint(number, side))) {
                        answer(PAUSED);
                        nextLine();
                    }
                });
    }

    private static void answer(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static String nextLine() {
        try {
            String line = INPUT.readLine();
            if (line == null) {
                Runtime.getRuntime().halt(0);
                throw new IllegalStateException("halted");
            }
            return line;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
