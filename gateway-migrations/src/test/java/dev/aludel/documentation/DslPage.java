package dev.aludel.documentation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.coverage.Feature;
import dev.aludel.testing.coverage.Support;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each feature with its Java, and the SQL of each database, where several share it once. */
final class DslPage {

    private final FeatureSources sources;
    private final StringBuilder text = new StringBuilder("\n");

    DslPage(List<Feature> features, FeatureSources sources) {
        this.sources = sources;
        features.stream()
                .collect(groupingBy(Feature::section, LinkedHashMap::new, toList()))
                .forEach(this::section);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void section(String name, List<Feature> features) {
        text.append("## ").append(name).append("\n\n");
        features.forEach(this::feature);
    }

    private void feature(Feature feature) {
        text.append("### %s\n\n```java\n%s\n```\n\n".formatted(feature.name(), sources.of(feature)));
        Map<FeatureRendering, List<DatabaseKind>> shared = Arrays.stream(DatabaseKind.values())
                .collect(groupingBy(
                        kind -> FeatureRendering.of(feature, kind),
                        LinkedHashMap::new,
                        mapping(kind -> kind, toList())));
        shared.forEach((rendering, kinds) -> rendering(feature, rendering, kinds));
    }

    private void rendering(Feature feature, FeatureRendering rendering, List<DatabaseKind> kinds) {
        String products = kinds.stream().map(kind -> product(feature, kind)).collect(joining(", "));
        if (rendering.refused()) {
            String verdict = kinds.stream().allMatch(kind -> feature.support().get(kind) == Support.ONLINE_ONLY)
                    ? "in a run only"
                    : "refused";
            text.append("%s: %s. %s\n\n".formatted(products, verdict, rendering.text()));
        } else if (rendering.text().isEmpty()) {
            text.append("%s: nothing to do.\n\n".formatted(products));
        } else {
            text.append("%s:\n\n```sql\n%s\n```\n\n".formatted(products, rendering.text()));
        }
    }

    private static String product(Feature feature, DatabaseKind kind) {
        String product = FeatureRendering.product(kind);
        return feature.support().get(kind) == Support.EMULATED ? product + " (emulated)" : product;
    }
}
