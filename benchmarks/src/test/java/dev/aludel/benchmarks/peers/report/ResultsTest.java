package dev.aludel.benchmarks.peers.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.workload.Metric;
import dev.aludel.benchmarks.peers.workload.WorkloadId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    private static final WorkloadId CONVERSION = new WorkloadId(WorkloadId.Kind.CONVERSION, "1000", Product.MYSQL);
    private static final WorkloadId HISTORY = new WorkloadId(WorkloadId.Kind.HISTORY, "gateway", Product.SQLITE);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_file_gives_back_what_was_written() throws IOException {
        Path file = folder.resolve("below").resolve("results.json");
        Results results = new Results(Map.of("MySQL", "9.7"), List.of(sample(CONVERSION, 1.5), sample(HISTORY, 2)));

        results.writeTo(file);

        assertThat(Results.in(file)).isEqualTo(results);
    }

    @Test
    void a_file_that_is_not_there_holds_nothing() throws IOException {
        assertThat(Results.in(folder.resolve("none.json")).samples()).isEmpty();
    }

    @Test
    void a_workload_that_is_measured_again_replaces_its_samples_and_no_others() {
        Results results = new Results(Map.of(), List.of(sample(CONVERSION, 1), sample(HISTORY, 2)))
                .with(CONVERSION, List.of(sample(CONVERSION, 3)));

        assertThat(results.samples()).containsExactly(sample(HISTORY, 2), sample(CONVERSION, 3));
        assertThat(results.workloads()).containsExactly(HISTORY, CONVERSION);
    }

    private static Sample sample(WorkloadId workload, double value) {
        return new Sample(workload, "aludel", Metric.UP, 0, value);
    }
}
