package dev.aludel.benchmarks.peers.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.workload.Metric;
import dev.aludel.benchmarks.peers.workload.WorkloadId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartsTest {

    private static final WorkloadId HISTORY = new WorkloadId(WorkloadId.Kind.HISTORY, "gateway", Product.SQLITE);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_chart_is_drawn_for_what_was_measured_and_for_nothing_else() throws Exception {
        Summary summary = new Summary(new Results(
                Map.of(),
                List.of(
                        new Sample(HISTORY, "aludel", Metric.UP_WARM, 0, 12),
                        new Sample(HISTORY, "flyway", Metric.UP_WARM, 0, 120))));

        new Charts(summary, Map.of("aludel", "Aludel", "flyway", "Flyway")).writeTo(folder);

        assertThat(folder).isDirectoryContaining("glob:**/up.svg").isDirectoryNotContaining("glob:**/no-op.svg");
        assertThat(colours(folder.resolve("up.svg")))
                .contains("rgb(0,114,178)", "rgb(230,159,0)")
                .doesNotContain("rgb(204,121,167)");
    }

    /** Text is drawn as outlines, which look the same everywhere. */
    private static List<String> colours(Path file) throws Exception {
        NodeList shapes = svg(file).getElementsByTagName("*");
        return IntStream.range(0, shapes.getLength())
                .mapToObj(number -> ((Element) shapes.item(number)).getAttribute("style"))
                .flatMap(style -> Pattern.compile("rgb\\([0-9,]+\\)")
                        .matcher(style)
                        .results()
                        .map(MatchResult::group))
                .distinct()
                .toList();
    }

    private static Document svg(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        // The chart names the type of its document, which lies on a server far away.
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(file.toFile());
    }
}
