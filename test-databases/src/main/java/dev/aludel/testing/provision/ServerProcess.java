package dev.aludel.testing.provision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A server that runs as long as this JVM lets it: {@link #close} ends it, and so does the end of the JVM, even by a kill,
 * since a supervising shell waits for the end of a pipe that only this JVM holds open. The server's folder goes with it.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final String name;
    private final Path folder;
    private final Process supervisor;

    private ServerProcess(String name, Path folder, Process supervisor) {
        this.name = name;
        this.folder = folder;
        this.supervisor = supervisor;
    }

    /**
     * Starts a server and returns at once, before it answers.
     *
     * @param name what messages call it
     * @param folder the server's own folder, with its data: deleted when it ends
     * @param signal what ends it at once, such as {@code KILL}: its data need not survive
     */
    public static ServerProcess start(String name, Path folder, String signal, Program program) {
        try {
            Path script = Files.writeString(folder.resolve("supervise.sh"), script());
            Program supervised = Program.of("sh", script.toString(), folder.toString(), signal)
                    .with(program.command());
            ProcessBuilder builder = new ProcessBuilder(supervised.command())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(program.environment());
            return new ServerProcess(name, folder, builder.start());
        } catch (IOException e) {
            throw new ProvisionException(name + " can't be started: " + e.getMessage(), e);
        }
    }

    private static String script() {
        try (InputStream script = ServerProcess.class.getResourceAsStream("supervise.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until the server answers, asking it 20 times a second.
     *
     * @throws ProvisionException if it ends by itself, or doesn't answer within 90 s; the message quotes its log, and the
     *     process is closed
     */
    public void awaitAnswer(BooleanSupplier answers) {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!answers.getAsBoolean()) {
            if (hasEnded() || Instant.now().isAfter(limit)) {
                String log = log();
                close();
                throw new ProvisionException(name + " did not start; its log says:\n" + log);
            }
            pause();
        }
    }

    private boolean hasEnded() {
        return !supervisor.isAlive() || Files.exists(folder.resolve("exit-code"));
    }

    /** That the server has ended by itself, and its log; empty while it runs. */
    public Optional<String> epitaph() {
        return supervisor.isAlive() && hasEnded()
                ? Optional.of(name + " has ended by itself; its log says:\n" + log())
                : Optional.empty();
    }

    private String log() {
        try {
            return new String(Files.readAllBytes(folder.resolve("server.log")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(there is none: " + e + ")";
        }
    }

    private void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new ProvisionException("The wait for " + name + " was interrupted.", e);
        }
    }

    /**
     * Kills the server and all its processes at once, as {@code kill -9} does, and starts it again on the same data. Returns
     * when it answers again.
     *
     * @throws ProvisionException if it doesn't
     */
    public void crash(BooleanSupplier answers) {
        try {
            Path crashed = Files.createFile(folder.resolve("crashed"));
            killAll(Long.parseLong(
                    Files.readString(folder.resolve("server-pid")).strip()));
            // Only now may the supervisor start it again: no process of the old server may still hold its data.
            Files.delete(crashed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitAnswer(answers);
    }

    /** The server first, which would start its children anew. */
    private static void killAll(long server) {
        List<ProcessHandle> processes = Stream.concat(
                        ProcessHandle.of(server).stream(),
                        ProcessHandle.of(server).stream().flatMap(ProcessHandle::descendants))
                .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** Ends the server and returns when it is gone, together with its folder. */
    @Override
    public void close() {
        try {
            supervisor.getOutputStream().close();
            if (!supervisor.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new ProvisionException(name + " has not ended " + STOP_LIMIT.toSeconds()
                        + " s after it was told to; its supervisor is process " + supervisor.pid() + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            // The pipe is closed: the supervisor ends the server all the same.
            Thread.currentThread().interrupt();
        }
    }
}
