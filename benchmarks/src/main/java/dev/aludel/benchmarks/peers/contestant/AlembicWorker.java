package dev.aludel.benchmarks.peers.contestant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Python process that stays, and does what it is asked with everything loaded. Started when first asked. */
final class AlembicWorker implements AutoCloseable {

    private final String python;
    private @Nullable Process process;
    private @Nullable BufferedReader answers;

    AlembicWorker(String python) {
        this.python = python;
    }

    /** The interpreter that has Alembic. */
    String python() {
        return python;
    }

    /**
     * Has it done.
     *
     * @param what {@code upgrade} or {@code offline}
     * @return the time it took
     */
    Duration ask(Path scripts, String url, String what) throws IOException {
        Process worker = running();
        worker.getOutputStream()
                .write("%s\t%s\t%s\n".formatted(scripts, url, what).getBytes(StandardCharsets.UTF_8));
        worker.getOutputStream().flush();
        String answer = Optional.ofNullable(answers).orElseThrow().readLine();
        if (answer == null) {
            throw new IllegalStateException("Alembic failed on %s: its words are on standard error".formatted(url));
        }
        return Duration.ofNanos(Long.parseLong(answer));
    }

    String version() {
        try {
            Process asked = new ProcessBuilder(python, "-c", "import alembic; print(alembic.__version__)").start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process running() throws IOException {
        Process running = process;
        if (running == null) {
            running = new ProcessBuilder(python, "-c", AlembicFiles.resource("worker.py"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process = running;
            answers = running.inputReader(StandardCharsets.UTF_8);
        }
        return running;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
