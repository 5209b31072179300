package dev.aludel.benchmarks.peers.report;

import dev.aludel.benchmarks.peers.workload.Metric;
import dev.aludel.benchmarks.peers.workload.WorkloadId;
import java.util.List;

/**
 * What a table shows of one kind of work.
 *
 * @param subject what the second column is called
 * @param metrics a column each
 */
record TableShape(WorkloadId.Kind kind, String title, String subject, List<Metric> metrics) {

    static final List<TableShape> ALL = List.of(
            new TableShape(
                    WorkloadId.Kind.COUNTS,
                    "Round trips and statements",
                    "history",
                    List.of(
                            Metric.UP_ROUND_TRIPS,
                            Metric.UP_STATEMENTS,
                            Metric.NO_OP_ROUND_TRIPS,
                            Metric.NO_OP_STATEMENTS,
                            Metric.UP_CALLS,
                            Metric.NO_OP_CALLS,
                            Metric.UP_SYNCS,
                            Metric.NO_OP_SYNCS)),
            new TableShape(
                    WorkloadId.Kind.HISTORY,
                    "Histories: empty to head, and nothing to do",
                    "history",
                    List.of(Metric.NO_OP_WARM, Metric.NO_OP_PROCESS, Metric.UP_WARM, Metric.UP_PROCESS, Metric.UP_CPU)),
            new TableShape(
                    WorkloadId.Kind.CONVERSION,
                    "The conversion of dates to numbers",
                    "messages",
                    List.of(Metric.UP, Metric.DOWN, Metric.UP_DISK, Metric.DOWN_DISK, Metric.HEAP, Metric.RIGHT)),
            new TableShape(WorkloadId.Kind.OFFLINE, "Scripts, without a database", "history", List.of(Metric.OFFLINE)));
}
