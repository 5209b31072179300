package dev.aludel.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.coverage.Feature;
import dev.aludel.testing.coverage.Features;
import dev.aludel.testing.coverage.Support;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** docs/dsl.md and docs/dialects.md say what the code does; {@code -Dgolden.update=true} writes them anew. */
class DslPageTest {

    @Test
    void the_page_of_the_dsl_shows_the_sql_of_each_feature() throws IOException {
        isUpToDate(
                GeneratedPart.of("dsl.md", "features", DslPageTest.class),
                new DslPage(Features.all(), new FeatureSources()).toString());
    }

    @Test
    void the_page_of_the_dialects_tells_what_each_makes_of_each_feature() throws IOException {
        isUpToDate(
                GeneratedPart.of("dialects.md", "features", DslPageTest.class),
                new DialectsPage(Features.all()).toString());
    }

    @Test
    void a_feature_is_refused_where_the_list_says_so() {
        for (Feature feature : Features.all()) {
            for (DatabaseKind kind : DatabaseKind.values()) {
                assertThat(FeatureRendering.of(feature, kind).refused())
                        .as("%s on %s", feature.name(), kind)
                        .isEqualTo(feature.support().get(kind) == Support.REFUSED
                                || feature.support().get(kind) == Support.ONLINE_ONLY);
            }
        }
    }

    @Test
    void no_two_features_share_a_name() {
        Set<String> names = new HashSet<>();
        assertThat(Features.all()).allMatch(feature -> names.add(feature.name()));
    }

    private static void isUpToDate(GeneratedPart part, String expected) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            part.write(expected);
        }
        assertThat(part.read()).isEqualTo(expected);
    }
}
