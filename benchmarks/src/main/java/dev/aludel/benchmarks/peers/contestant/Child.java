package dev.aludel.benchmarks.peers.contestant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A process that came and went.
 *
 * @param time from before its start until it was gone
 * @param output its lines, errors among them
 */
public record Child(Duration time, List<String> output) {

    /** Runs a command; fails unless it ends with 0. */
    public static Child run(List<String> command) throws IOException {
        return run(command, process -> {});
    }

    /**
     * Does the same.
     *
     * @param started is given the process's id
     */
    public static Child run(List<String> command, LongConsumer started) throws IOException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.accept(process.pid());
        process.getOutputStream().close();
        List<String> output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        int code = process.onExit().join().exitValue();
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        if (code != 0) {
            throw new IllegalStateException(
                    "%s ended with %d:%n%s".formatted(command, code, String.join("\n", output)));
        }
        return new Child(time, output);
    }

    /** What the process printed of itself; only of one that {@link Contestant#measured} started. */
    public Footprint footprint() {
        return Footprint.in(output)
                .orElseThrow(() -> new IllegalStateException("no footprint: " + String.join("\n", output)));
    }
}
