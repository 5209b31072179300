package dev.aludel.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The runnable jar, run as a user does: in a process of its own, in a folder of its own. */
final class GatewayJar {

    private static final Path JAR = Path.of("target", "gateway-migrations.jar").toAbsolutePath();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** A process that is gone in a second spends half of its time on compiling what it won't run again. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final int MINUTES = 2;

    private final Path folder;
    private final List<String> options;

    GatewayJar(Path folder) {
        this(folder, List.of());
    }

    private GatewayJar(Path folder, List<String> options) {
        this.folder = folder;
        this.options = options;
    }

    /** The same jar, run by Java with more options. */
    GatewayJar java(String... more) {
        return new GatewayJar(folder, List.of(more));
    }

    /** What a command printed, and its exit code. */
    record Outcome(int code, String out, String err) {}

    Outcome run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** Runs a command with more variables in its environment. */
    Outcome run(Map<String, String> environment, String... arguments) {
        return start(environment, arguments).outcome();
    }

    /** Starts a command with more variables in its environment. */
    Running start(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(SHORT_LIVED);
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(folder, "stdout", ".txt");
            Path err = Files.createTempFile(folder, "stderr", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A command that runs, and the files that get what it prints. */
    record Running(Process process, Path out, Path err) {

        /** Sends it {@code SIGTERM}. */
        void terminate() {
            process.destroy();
        }

        /** Waits for its end. */
        Outcome outcome() {
            try {
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("still running after %d minutes: %s"
                            .formatted(MINUTES, process.info().commandLine()));
                }
                return new Outcome(
                        process.exitValue(),
                        Files.readString(out, StandardCharsets.UTF_8),
                        Files.readString(err, StandardCharsets.UTF_8));
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
