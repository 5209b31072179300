package dev.aludel.benchmarks.peers.report;

import dev.aludel.benchmarks.peers.workload.Metric;
import dev.aludel.benchmarks.peers.workload.WorkloadId;
import java.util.List;

/**
 * What a chart shows: a group of bars for each database.
 *
 * @param file its name, without the ending
 * @param subject the history, or the number of rows
 */
record ChartShape(String file, String title, WorkloadId.Kind kind, String subject, Metric metric) {

    static final List<ChartShape> ALL = List.of(
            new ChartShape(
                    "round-trips-no-op",
                    "Nothing to do: round trips",
                    WorkloadId.Kind.COUNTS,
                    "gateway",
                    Metric.NO_OP_ROUND_TRIPS),
            new ChartShape(
                    "no-op-process",
                    "Nothing to do: a whole process",
                    WorkloadId.Kind.HISTORY,
                    "gateway",
                    Metric.NO_OP_PROCESS),
            new ChartShape(
                    "up",
                    "Empty to head, five revisions: in a process that runs",
                    WorkloadId.Kind.HISTORY,
                    "gateway",
                    Metric.UP_WARM),
            new ChartShape(
                    "up-process",
                    "Empty to head, five revisions: a whole process",
                    WorkloadId.Kind.HISTORY,
                    "gateway",
                    Metric.UP_PROCESS),
            new ChartShape(
                    "up-1000", "Empty to head, 1,000 revisions", WorkloadId.Kind.HISTORY, "line-1000", Metric.UP_WARM),
            new ChartShape(
                    "conversion-up",
                    "Dates to numbers, 1,000,000 messages",
                    WorkloadId.Kind.CONVERSION,
                    "1000000",
                    Metric.UP));
}
