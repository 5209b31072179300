package dev.aludel.benchmarks.peers.report;

import dev.aludel.benchmarks.peers.workload.Metric;
import dev.aludel.benchmarks.peers.workload.WorkloadId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The results as tables of Markdown.
 *
 * @param titles the names of contestants, by their ids, in the order of rows
 */
public record Tables(Summary summary, Map<String, String> titles) {

    /** A table for each kind of work that was measured, under a heading. */
    public String markdown() {
        return TableShape.ALL.stream()
                .map(this::table)
                .filter(table -> !table.isEmpty())
                .collect(Collectors.joining("\n", "\n" + machine() + "\n", ""));
    }

    private String machine() {
        return summary.results().versions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(version -> "%s %s".formatted(version.getKey(), version.getValue()))
                .collect(Collectors.joining(", ", "Measured: ", ".\n"));
    }

    private String table(TableShape shape) {
        List<WorkloadId> workloads = summary.results().workloads().stream()
                .filter(workload -> workload.kind() == shape.kind())
                .sorted(Comparator.comparing(WorkloadId::product).thenComparing(Tables::size))
                .toList();
        List<Metric> metrics = shape.metrics().stream()
                .filter(metric -> workloads.stream().anyMatch(workload -> isMeasured(workload, metric)))
                .toList();
        if (metrics.isEmpty()) {
            return "";
        }
        return "### %s\n\n".formatted(shape.title())
                + head(shape, metrics)
                + workloads.stream().map(workload -> rows(workload, metrics)).collect(Collectors.joining());
    }

    /** The gateway's five revisions first, then by the number in the name. */
    private static int size(WorkloadId workload) {
        String digits = workload.subject().replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private boolean isMeasured(WorkloadId workload, Metric metric) {
        return summary.contestants(workload).stream()
                .anyMatch(contestant ->
                        summary.median(workload, contestant, metric).isPresent());
    }

    private static String head(TableShape shape, List<Metric> metrics) {
        String titles = metrics.stream().map(Metric::title).collect(Collectors.joining(" | "));
        return "| database | %s | tool | %s |\n|---|---|---|%s\n"
                .formatted(shape.subject(), titles, "---|".repeat(metrics.size()));
    }

    private String rows(WorkloadId workload, List<Metric> metrics) {
        return titles.keySet().stream()
                .filter(summary.contestants(workload)::contains)
                .map(contestant -> "| %s | %s | %s | %s |\n"
                        .formatted(
                                workload.product().title(),
                                workload.subject(),
                                titles.get(contestant),
                                metrics.stream()
                                        .map(metric -> cell(workload, contestant, metric))
                                        .collect(Collectors.joining(" | "))))
                .collect(Collectors.joining());
    }

    private String cell(WorkloadId workload, String contestant, Metric metric) {
        return summary.median(workload, contestant, metric)
                .map(value -> metric.format(value) + ratio(workload, contestant, metric))
                .orElse("–");
    }

    private String ratio(WorkloadId workload, String contestant, Metric metric) {
        return metric.isCompared() && !contestant.equals(Summary.SUBJECT)
                ? summary.ratio(workload, contestant, metric)
                        .map(ratio -> " (%s ×)".formatted(Metric.rounded(ratio)))
                        .orElse("")
                : "";
    }
}
