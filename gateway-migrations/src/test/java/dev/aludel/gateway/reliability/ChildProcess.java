package dev.aludel.gateway.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A {@link MigratingProcess}, seen from the process that gives it its jobs. */
final class ChildProcess implements AutoCloseable {

    /** What the system says of a process that ended by signal 9, which no process can catch. */
    private static final int KILLED = 128 + 9;

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** What makes a JVM that lives for a second cheap. */
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto", "-Xmx128m");

    private final Process process;
    private final BufferedReader answers;

    private ChildProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts one, and returns before it is ready. */
    static ChildProcess start() {
        ProcessBuilder builder = new ProcessBuilder(JAVA);
        builder.command().addAll(OPTIONS);
        builder.command()
                .addAll(List.of("-cp", System.getProperty("java.class.path"), MigratingProcess.class.getName()));
        try {
            return new ChildProcess(
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until it can take jobs. */
    ChildProcess awaitReady() {
        require(MigratingProcess.READY, nextAnswer());
        return this;
    }

    void order(Job job) {
        send(job.line());
    }

    /** Lets a process that has paused go on. */
    void resume() {
        send("");
    }

    void awaitPause() {
        require(MigratingProcess.PAUSED, nextAnswer());
    }

    /** Waits for the next line that it says: its outcome, unless it pauses. */
    String nextAnswer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the process ended with exit code " + process.waitFor());
            }
            return line;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Whether it ended without another line. */
    boolean saidNothingMore() {
        try {
            return answers.readLine() == null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Kills it by {@code SIGKILL}, and returns when it is gone. */
    void kill() {
        // By its handle: Process would close the streams too, and with them what it has said.
        process.toHandle().destroyForcibly();
        try {
            int code = process.waitFor();
            if (code != KILLED) {
                throw new IllegalStateException("the process was not killed, but ended with exit code " + code);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Ends it, unless it has ended. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void send(String line) {
        try {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(line)
                    .append('\n')
                    .flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void require(String expected, String answer) {
        if (!answer.equals(expected)) {
            throw new IllegalStateException("the process says \"%s\" in place of \"%s\"".formatted(answer, expected));
        }
    }
}
