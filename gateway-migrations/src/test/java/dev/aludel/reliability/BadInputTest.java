package dev.aludel.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Every bad input, on every database that it can be tried on. Run with {@code -Dgolden.update=true} to write the outcomes
 * into docs/reliability.md; otherwise the page must say what was found.
 */
class BadInputTest {

    private static final Map<String, List<BadInput>> SECTIONS = sections();

    private final ReliabilityPage page = new ReliabilityPage();

    @TestFactory
    Stream<DynamicNode> leaves_a_message_and_a_state() {
        Stream<DynamicNode> cases = SECTIONS.entrySet().stream()
                .map(section -> dynamicContainer(
                        section.getKey(),
                        section.getValue().stream().flatMap(input -> tests(section.getKey(), input))));
        boolean isComplete = TestDatabases.enabledKinds().size() == DatabaseKind.values().length;
        return isComplete ? Stream.concat(cases, Stream.of(dynamicTest("the page says so", this::comparePage))) : cases;
    }

    private Stream<DynamicNode> tests(String section, BadInput input) {
        return TestDatabases.enabledKinds().stream()
                .filter(input.kinds()::contains)
                .map(kind -> dynamicTest(input.name() + ": " + kind.id(), () -> {
                    try (TestDatabase database = TestDatabases.create(kind)) {
                        page.add(section, input.name(), kind, outcome(input, new Bench(database)));
                    }
                }));
    }

    private static Outcome outcome(BadInput input, Bench bench) throws Exception {
        input.arrangement().on(bench);
        Snapshot before = Snapshot.of(bench.database(), bench.dialect());
        Throwable thrown = thrown(input, bench);
        Snapshot after = Snapshot.of(bench.database(), bench.dialect());
        if (input.accepted().contains(bench.kind())) {
            assertThat(thrown).as("what is thrown").isNull();
            return Outcome.of(null, after.equals(before) ? Outcome.AS_BEFORE : Outcome.APPLIED);
        }
        assertThat(thrown).isInstanceOf(input.failure());
        String message = String.valueOf(thrown);
        assertThat(input.words()).allSatisfy(words -> assertThat(message).contains(words));
        assertThat(message).doesNotContain("\tat ", "NullPointerException", "s3cr3t");
        if (input.inPart().contains(bench.kind())) {
            assertThat(thrown).hasMessageContaining("applied in part").hasMessageContaining("took effect:");
            assertThat(after).isNotEqualTo(before);
            return Outcome.of(thrown, Outcome.IN_PART);
        }
        assertThat(after).isEqualTo(before);
        return Outcome.of(thrown, Outcome.AS_BEFORE);
    }

    private static @Nullable Throwable thrown(BadInput input, Bench bench) {
        try {
            input.attempt().on(bench);
            return null;
        } catch (Exception failure) {
            return failure;
        }
    }

    private void comparePage() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            page.write();
        }
        assertThat(ReliabilityPage.actual()).isEqualTo(page.expected());
    }

    private static Map<String, List<BadInput>> sections() {
        Map<String, List<BadInput>> sections = new LinkedHashMap<>();
        sections.put("Dates", BadDates.all());
        sections.put("Data", BadData.all());
        sections.put("Names", BadNames.all());
        sections.put("Targets", BadTargets.all());
        sections.put("Histories", BadHistories.all());
        sections.put("Databases", BadDatabases.all());
        sections.put("Connections", BadConnections.all());
        return sections;
    }
}
