package dev.aludel.benchmarks.peers.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.workload.Metric;
import dev.aludel.benchmarks.peers.workload.WorkloadId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final WorkloadId CONVERSION = new WorkloadId(WorkloadId.Kind.CONVERSION, "1000", Product.MYSQL);
    private static final WorkloadId COUNTS = new WorkloadId(WorkloadId.Kind.COUNTS, "gateway", Product.POSTGRESQL);

    @Test
    void a_table_has_a_row_a_tool_and_says_how_they_compare() {
        assertThat(markdown(
                        sample(CONVERSION, "alembic-sql", Metric.UP, 25_000),
                        sample(CONVERSION, "alembic-sql", Metric.RIGHT, 0),
                        sample(CONVERSION, "aludel", Metric.UP, 10_000),
                        sample(CONVERSION, "aludel", Metric.RIGHT, 1)))
                .isEqualTo(
                        """

                        Measured: MySQL 9.7.

                        ### The conversion of dates to numbers

                        | database | messages | tool | up | right result |
                        |---|---|---|---|---|
                        | MySQL | 1000 | Aludel | 10.0 s | right |
                        | MySQL | 1000 | Alembic's SQL | 25.0 s (2.50 ×) | **wrong** |
                        """);
    }

    @Test
    void what_is_counted_stands_as_it_is() {
        assertThat(markdown(
                        sample(COUNTS, "aludel", Metric.UP_ROUND_TRIPS, 7),
                        sample(COUNTS, "flyway", Metric.UP_ROUND_TRIPS, 178),
                        sample(COUNTS, "flyway", Metric.UP_STATEMENTS, 187)))
                .endsWith(
                        """
                        | database | history | tool | up, round trips | up, statements |
                        |---|---|---|---|---|
                        | PostgreSQL | gateway | Aludel | 7 | – |
                        | PostgreSQL | gateway | Flyway | 178 | 187 |
                        """);
    }

    private static String markdown(Sample... samples) {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("aludel", "Aludel");
        titles.put("alembic-sql", "Alembic's SQL");
        titles.put("flyway", "Flyway");
        Summary summary = new Summary(new Results(Map.of("MySQL", "9.7"), List.of(samples)));
        return new Tables(summary, titles).markdown();
    }

    private static Sample sample(WorkloadId workload, String contestant, Metric metric, double value) {
        return new Sample(workload, contestant, metric, 0, value);
    }
}
