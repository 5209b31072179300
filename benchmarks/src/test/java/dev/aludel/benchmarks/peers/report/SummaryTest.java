package dev.aludel.benchmarks.peers.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.workload.Metric;
import dev.aludel.benchmarks.peers.workload.WorkloadId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final WorkloadId WORKLOAD = new WorkloadId(WorkloadId.Kind.CONVERSION, "1000", Product.MYSQL);

    @Test
    void the_median_is_that_of_all_rounds() {
        Summary summary = summary(sample("raw", 0, 10), sample("raw", 1, 30), sample("raw", 2, 20));

        assertThat(summary.median(WORKLOAD, "raw", Metric.UP)).contains(20.0);
        assertThat(summary.median(WORKLOAD, "raw", Metric.DOWN)).isEmpty();
    }

    @Test
    void ratios_compare_within_a_round_since_the_machine_may_have_been_slower_in_another() {
        Summary summary = summary(
                sample("aludel", 0, 10),
                sample("raw", 0, 5),
                sample("aludel", 1, 100),
                sample("raw", 1, 50),
                sample("raw", 2, 1_000));

        assertThat(summary.ratio(WORKLOAD, "raw", Metric.UP)).contains(0.5);
    }

    @Test
    void nothing_compares_with_what_was_not_measured() {
        assertThat(summary(sample("raw", 0, 5)).ratio(WORKLOAD, "raw", Metric.UP))
                .isEmpty();
    }

    private static Summary summary(Sample... samples) {
        return new Summary(new Results(Map.of(), List.of(samples)));
    }

    private static Sample sample(String contestant, int round, double value) {
        return new Sample(WORKLOAD, contestant, Metric.UP, round, value);
    }
}
