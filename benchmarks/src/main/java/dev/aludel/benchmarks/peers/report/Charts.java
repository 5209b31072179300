package dev.aludel.benchmarks.peers.report;

import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.workload.WorkloadId;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * The results as charts: a group of bars a database, a bar a contestant.
 *
 * @param titles the names of contestants, by their ids, in the order of bars
 */
public record Charts(Summary summary, Map<String, String> titles) {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;

    /** Colours that can be told apart by people who don't see all of them (Okabe and Ito, "Color Universal Design"). */
    private static final Map<String, Color> COLOURS = Map.ofEntries(
            Map.entry("aludel", new Color(0x0072B2)),
            Map.entry("aludel-kept", new Color(0xA6CEE3)),
            Map.entry("aludel-new-columns", new Color(0x56B4E9)),
            Map.entry("aludel-archive", new Color(0x003E61)),
            Map.entry("raw-same", new Color(0x666666)),
            Map.entry("raw", new Color(0x999999)),
            Map.entry("raw-each", new Color(0xCCCCCC)),
            Map.entry("raw-each-archive", new Color(0xE5E5E5)),
            Map.entry("raw-in-place", new Color(0x333333)),
            Map.entry("alembic", new Color(0x009E73)),
            Map.entry("alembic-sql", new Color(0x009E73)),
            Map.entry("flyway", new Color(0xE69F00)),
            Map.entry("flyway-archive", new Color(0x8A5F00)),
            Map.entry("liquibase", new Color(0xCC79A7)),
            Map.entry("liquibase-archive", new Color(0x7D3F61)));

    /** Writes every chart that there are samples for. */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (ChartShape shape : ChartShape.ALL) {
            List<WorkloadId> workloads = Stream.of(Product.values())
                    .map(product -> new WorkloadId(shape.kind(), shape.subject(), product))
                    .filter(workload -> isMeasured(workload, shape))
                    .toList();
            if (!workloads.isEmpty()) {
                VectorGraphicsEncoder.saveVectorGraphic(
                        chart(shape, workloads), folder.resolve(shape.file()).toString(), VectorGraphicsFormat.SVG);
            }
        }
    }

    private boolean isMeasured(WorkloadId workload, ChartShape shape) {
        return summary.median(workload, Summary.SUBJECT, shape.metric()).isPresent();
    }

    private CategoryChart chart(ChartShape shape, List<WorkloadId> workloads) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(shape.title())
                .yAxisTitle(
                        shape.metric().unit().isEmpty()
                                ? shape.metric().title()
                                : shape.metric().unit())
                .build();
        style(chart.getStyler());
        List<String> groups =
                workloads.stream().map(workload -> workload.product().title()).toList();
        titles.keySet().forEach(contestant -> addBars(chart, shape, workloads, groups, contestant));
        return chart;
    }

    private void addBars(
            CategoryChart chart, ChartShape shape, List<WorkloadId> workloads, List<String> groups, String contestant) {
        List<@Nullable Double> values = new ArrayList<>();
        for (WorkloadId workload : workloads) {
            values.add(summary.median(workload, contestant, shape.metric()).orElse(null));
        }
        if (values.stream().anyMatch(value -> value != null)) {
            chart.addSeries(titles.getOrDefault(contestant, contestant), groups, values)
                    .setFillColor(COLOURS.getOrDefault(contestant, Color.BLACK));
        }
    }

    private static void style(CategoryStyler style) {
        Font text = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
        style.setChartBackgroundColor(Color.WHITE)
                .setChartTitleFont(text.deriveFont(Font.BOLD, 15f))
                .setLegendPosition(LegendPosition.OutsideE)
                .setLegendFont(text)
                .setLegendBorderColor(Color.WHITE)
                .setPlotBorderVisible(false);
        style.setAxisTickLabelsFont(text);
        style.setAxisTitleFont(text);
        style.setYAxisDecimalPattern("#,##0.##");
        style.setPlotGridVerticalLinesVisible(false);
        style.setAvailableSpaceFill(0.85);
        style.setYAxisMin(0.0);
    }
}
