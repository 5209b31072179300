package dev.aludel.benchmarks.peers.report;

import dev.aludel.benchmarks.peers.workload.Metric;
import dev.aludel.benchmarks.peers.workload.WorkloadId;
import java.util.List;

/**
 * What a chart shows: a group of bars for each database.
 *
 * @param file its name, without the ending
 * @param subject the history, or the number of rows
 * @param logarithmic whether the values lie too far apart for a scale that begins at 0
 */
record ChartShape(String file, String title, WorkloadId.Kind kind, String subject, Metric metric, boolean logarithmic) {

    static final List<ChartShape> ALL = List.of(
            bars(
                    "round-trips-no-op",
                    "Nothing to do: round trips",
                    WorkloadId.Kind.COUNTS,
                    "gateway",
                    Metric.NO_OP_ROUND_TRIPS),
            bars(
                    "round-trips-up",
                    "Empty to head, five revisions: round trips",
                    WorkloadId.Kind.COUNTS,
                    "gateway",
                    Metric.UP_ROUND_TRIPS),
            bars(
                    "no-op-process",
                    "Nothing to do: a whole process",
                    WorkloadId.Kind.HISTORY,
                    "gateway",
                    Metric.NO_OP_PROCESS),
            bars(
                    "no-op",
                    "Nothing to do: in a process that runs",
                    WorkloadId.Kind.HISTORY,
                    "gateway",
                    Metric.NO_OP_WARM),
            bars(
                    "up-process",
                    "Empty to head, five revisions: a whole process",
                    WorkloadId.Kind.HISTORY,
                    "gateway",
                    Metric.UP_PROCESS),
            bars(
                    "up",
                    "Empty to head, five revisions: in a process that runs",
                    WorkloadId.Kind.HISTORY,
                    "gateway",
                    Metric.UP_WARM),
            scale("up-1000", "Empty to head, 1,000 revisions", WorkloadId.Kind.HISTORY, "line-1000", Metric.UP_WARM),
            scale(
                    "no-op-1000",
                    "Nothing to do, 1,000 revisions",
                    WorkloadId.Kind.HISTORY,
                    "line-1000",
                    Metric.NO_OP_WARM),
            bars(
                    "conversion-up",
                    "Dates to numbers, 1,000,000 messages",
                    WorkloadId.Kind.CONVERSION,
                    "1000000",
                    Metric.UP),
            bars(
                    "conversion-down",
                    "Numbers to dates, 1,000,000 messages",
                    WorkloadId.Kind.CONVERSION,
                    "1000000",
                    Metric.DOWN),
            bars(
                    "conversion-disk",
                    "Dates to numbers, 1,000,000 messages: peak disk growth",
                    WorkloadId.Kind.CONVERSION,
                    "1000000",
                    Metric.UP_DISK));

    private static ChartShape bars(String file, String title, WorkloadId.Kind kind, String subject, Metric metric) {
        return new ChartShape(file, title, kind, subject, metric, false);
    }

    private static ChartShape scale(String file, String title, WorkloadId.Kind kind, String subject, Metric metric) {
        return new ChartShape(file, title, kind, subject, metric, true);
    }
}
