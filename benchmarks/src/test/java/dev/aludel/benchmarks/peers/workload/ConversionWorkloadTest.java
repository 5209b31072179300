package dev.aludel.benchmarks.peers.workload;

import static dev.aludel.benchmarks.peers.workload.Metric.DOWN;
import static dev.aludel.benchmarks.peers.workload.Metric.HEAP;
import static dev.aludel.benchmarks.peers.workload.Metric.RIGHT;
import static dev.aludel.benchmarks.peers.workload.Metric.UP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.benchmarks.peers.contestant.Alembic;
import dev.aludel.benchmarks.peers.contestant.Aludel;
import dev.aludel.benchmarks.peers.contestant.Contestant;
import dev.aludel.benchmarks.peers.database.Product;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConversionWorkloadTest {

    private static final int MESSAGES = 2_000;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(Product.class)
    void there_and_back_in_a_process_with_a_small_heap_the_rows_are_right(Product product) throws Exception {
        Map<Metric, Double> measured = trial(Aludel.STANDARD, product);

        assertThat(measured).containsEntry(RIGHT, 1.0).containsKeys(UP, DOWN);
        assertThat(measured.get(HEAP)).isBetween(1.0, 64.0);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void alembic_goes_there_and_back_and_loses_milliseconds(Product product) throws Exception {
        try (Alembic alembic = Alembic.installed()
                .orElseThrow(() -> new AssertionError("there is no command \"alembic\" on the path"))) {
            Map<Metric, Double> measured = trial(alembic, product);

            assertThat(measured)
                    .containsEntry(RIGHT, 0.0)
                    .containsKeys(UP, DOWN)
                    .doesNotContainKey(HEAP);
        }
    }

    private Map<Metric, Double> trial(Contestant contestant, Product product) throws Exception {
        try (ConversionWorkload workload = new ConversionWorkload(product, MESSAGES, folder, "64m", any -> 1)) {
            workload.prepare(contestant);
            return workload.trial(contestant);
        }
    }
}
