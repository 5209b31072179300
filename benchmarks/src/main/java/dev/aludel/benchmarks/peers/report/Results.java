package dev.aludel.benchmarks.peers.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * All samples, of one run or of several that were put together.
 *
 * @param samples in the order in which they were taken
 */
public record Results(List<Sample> samples) {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    public Results {
        samples = List.copyOf(samples);
    }

    /** What a file holds; nothing where there is none. */
    public static Results in(Path file) throws IOException {
        return Files.exists(file) ? GSON.fromJson(Files.readString(file), Results.class) : new Results(List.of());
    }

    public void writeTo(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, GSON.toJson(this) + "\n");
    }

    /** With the samples of a workload in place of those that it had: only one run's can be compared. */
    public Results with(String workload, List<Sample> fresh) {
        return new Results(Stream.concat(
                        samples.stream().filter(sample -> !sample.workload().equals(workload)), fresh.stream())
                .toList());
    }

    public boolean has(String workload) {
        return samples.stream().anyMatch(sample -> sample.workload().equals(workload));
    }
}
