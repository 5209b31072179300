package dev.aludel.testing.contract;

import dev.aludel.Migrator;
import dev.aludel.execute.MigrationListener;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An upgrade in a process of its own, which pauses for a while before each revision and says so: time to stop or to kill
 * it there.
 */
final class ChildRun implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Process process;
    private final BufferedReader output;

    private ChildRun(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts an upgrade to the head of a history of that many revisions, by the dialect on the class path. */
    static ChildRun start(TestDatabase database, TracedHistory history, Optional<Duration> lease) throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ChildRun.class.getName());
        List<String> arguments = List.of(
                database.url(),
                database.user(),
                database.password(),
                String.valueOf(history.ids().size()),
                lease.map(Duration::toString).orElse(""));
        ProcessBuilder builder = new ProcessBuilder(
                Stream.of(java, arguments).flatMap(List::stream).toList());
        return new ChildRun(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** The program of the process. */
    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ConnectionSource source = () -> DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
        Migrator.Builder migrator = Migrator.on(source.asDataSource())
                .history(TracedHistory.of(Integer.parseInt(arguments[3])))
                .listener(pausing(out));
        if (!arguments[4].isEmpty()) {
            migrator.lease(Duration.parse(arguments[4]));
        }
        try {
            migrator.build().upgrade("head");
            out.println("done");
        } catch (RuntimeException failure) {
            out.println(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
    }

    private static MigrationListener pausing(PrintStream out) {
        return new MigrationListener() {
            @Override
            public void revisionStarted(PlannedRevision revision, int number, int total) {
                out.println("at " + revision.header().id());
                try {
                    Thread.sleep(PAUSE.toMillis());
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    long pid() {
        return process.pid();
    }

    /** Returns when the process has come to a revision, and pauses before it. */
    void awaitRevision(String id) throws IOException {
        String line;
        do {
            line = output.readLine();
            if (line == null) {
                throw new IOException("the process ended before it came to " + id);
            }
        } while (!line.equals("at " + id));
    }

    /** Sends the process a signal, such as {@code STOP}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor();
    }

    /** What the process said last, when it has ended. */
    String lastLine() throws IOException {
        return output.lines().reduce("", (before, line) -> line);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
    }
}
