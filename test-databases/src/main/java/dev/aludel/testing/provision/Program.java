package dev.aludel.testing.provision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that can be run to its end.
 *
 * @param command the executable, then its arguments
 * @param environment variables set on top of those of this JVM
 */
public record Program(List<String> command, Map<String, String> environment) {
    private static final Duration TIME_LIMIT = Duration.ofMinutes(15);

    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public static Program of(Path executable) {
        return of(executable.toString());
    }

    /** A program by path, or by a name that is looked up on the {@code PATH}; then its first arguments. */
    public static Program of(String... command) {
        return new Program(List.of(command), Map.of());
    }

    /** The same program with more arguments at the end. */
    public Program with(String... arguments) {
        return with(List.of(arguments));
    }

    /** The same program with more arguments at the end. */
    public Program with(List<String> arguments) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(arguments);
        return new Program(longer, environment);
    }

    /** The same program with one more variable in its environment. */
    public Program withVariable(String name, String value) {
        Map<String, String> larger = new LinkedHashMap<>(environment);
        larger.put(name, value);
        return new Program(command, larger);
    }

    /**
     * Runs the program with empty input.
     *
     * @throws ProvisionException if it can't be started, or ends with another exit code than 0; the message quotes it
     */
    public void runOrFail() {
        ProgramResult result = run("");
        if (!result.succeeded()) {
            throw new ProvisionException("\"" + String.join(" ", command) + "\" ended with exit code "
                    + result.exitCode() + ":\n" + result.stdout() + result.stderr());
        }
    }

    /**
     * Runs the program to its end, for 15 minutes at most.
     *
     * @param input what it reads from its standard input, in UTF-8
     * @throws ProvisionException if it can't be started or doesn't end in time; an exit code is no reason
     */
    public ProgramResult run(String input) {
        try {
            // Files rather than pipes: no thread has to empty them, however much the program prints.
            Path folder = Files.createTempDirectory("aludel-program-");
            try {
                return run(input, folder);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new ProvisionException("\"" + command.get(0) + "\" can't be run: " + e.getMessage(), e);
        }
    }

    private ProgramResult run(String input, Path folder) throws IOException {
        Path stdin = Files.writeString(folder.resolve("stdin"), input);
        Path stdout = folder.resolve("stdout");
        Path stderr = folder.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(stdin.toFile())
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile());
        builder.environment().putAll(environment);
        int exitCode = await(builder.start());
        return new ProgramResult(exitCode, read(stdout), read(stderr));
    }

    private int await(Process process) {
        try {
            if (process.waitFor(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new ProvisionException("\"" + command.get(0) + "\" did not end within " + TIME_LIMIT.toMinutes()
                    + " minutes and was killed.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisionException("The wait for \"" + command.get(0) + "\" was interrupted.", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Decodes leniently: a program may cut a character in two, or print bytes of another encoding. */
    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
