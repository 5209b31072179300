package dev.aludel.benchmarks.peers.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.aludel.benchmarks.peers.workload.WorkloadId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All samples, of one run or of several that were put together.
 *
 * @param versions of what took part, by its name
 * @param samples in the order in which they were taken
 */
public record Results(Map<String, String> versions, List<Sample> samples) {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    public Results {
        versions = Map.copyOf(versions);
        samples = List.copyOf(samples);
    }

    /** What a file holds; nothing where there is none. */
    public static Results in(Path file) throws IOException {
        return Files.exists(file)
                ? GSON.fromJson(Files.readString(file), Results.class)
                : new Results(Map.of(), List.of());
    }

    /** Writes the file anew. */
    public void writeTo(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, GSON.toJson(this) + "\n");
    }

    /** With the samples of a workload in place of those that it had: only those of one run can be compared. */
    public Results with(WorkloadId workload, List<Sample> fresh) {
        Stream<Sample> others =
                samples.stream().filter(sample -> !sample.workload().equals(workload));
        return new Results(versions, Stream.concat(others, fresh.stream()).toList());
    }

    /** With these versions too. */
    public Results with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(versions);
        all.putAll(more);
        return new Results(all, samples);
    }

    /** The workloads that samples were taken of, in order. */
    public List<WorkloadId> workloads() {
        return samples.stream().map(Sample::workload).distinct().toList();
    }
}
