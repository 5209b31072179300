package dev.aludel.documentation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.coverage.Feature;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** A table a section: what each database makes of each feature. */
final class DialectsPage {

    private static final String HEADER =
            """
            | | SQLite | PostgreSQL | MySQL | MariaDB |
            |---|---|---|---|---|
            """;

    private final StringBuilder text = new StringBuilder("\n");

    DialectsPage(List<Feature> features) {
        features.stream()
                .collect(groupingBy(Feature::section, LinkedHashMap::new, toList()))
                .forEach(this::section);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void section(String name, List<Feature> features) {
        text.append("## ").append(name).append("\n\n").append(HEADER);
        for (Feature feature : features) {
            text.append("| [%s](dsl.md#%s) | %s |\n"
                    .formatted(
                            feature.name().replace("|", "\\|"),
                            FeatureRendering.anchor(feature.name()),
                            Arrays.stream(DatabaseKind.values())
                                    .map(kind ->
                                            String.valueOf(feature.support().get(kind)))
                                    .collect(joining(" | "))));
        }
        text.append('\n');
    }
}
