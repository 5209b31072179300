package dev.aludel.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.model.PerDialect;
import dev.aludel.model.Value;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RandomOperations;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.Reversal;
import dev.aludel.operation.UpdateRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Two lists of operations have the same text if, and only if, they are equal. */
class CanonicalTextPropertiesTest {

    @Property(tries = 1_000)
    void texts_are_equal_exactly_where_operations_are(
            @ForAll("operations") List<Operation> one, @ForAll("operations") List<Operation> other) {
        assertThat(CanonicalText.of(one).equals(CanonicalText.of(other))).isEqualTo(one.equals(other));
    }

    /** Names made of the text's own marks, so short that equal ones are met often. */
    @Property(tries = 4_000)
    void no_name_can_look_like_two_names_or_like_a_line(
            @ForAll("named") List<Operation> one, @ForAll("named") List<Operation> other) {
        assertThat(CanonicalText.of(one).equals(CanonicalText.of(other))).isEqualTo(one.equals(other));
    }

    @Property(tries = 150)
    void any_single_change_of_operations_changes_the_text(@ForAll("operations") List<Operation> operations) {
        assertThat(Mutants.of(operations)).isNotEmpty();
        assertDistinctTexts(operations);
    }

    @Test
    void any_single_change_of_any_fact_changes_the_text() {
        assertThat(EveryOperation.cases().values().stream().flatMap(Mutants::of).count())
                .isGreaterThan(1_000);
        EveryOperation.cases().values().forEach(CanonicalTextPropertiesTest::assertDistinctTexts);
    }

    private static void assertDistinctTexts(List<Operation> operations) {
        Map<String, Object> known = new HashMap<>(Map.of(CanonicalText.of(operations), operations));
        Mutants.of(operations).forEach(mutant -> {
            Object before = known.putIfAbsent(CanonicalText.of(operations(mutant)), mutant);
            assertThat(before == null || before.equals(mutant))
                    .as("one text for %s and %s", before, mutant)
                    .isTrue();
        });
    }

    private static List<Operation> operations(Object mutant) {
        return ((List<?>) mutant).stream().map(Operation.class::cast).toList();
    }

    @Provide
    Arbitrary<List<Operation>> operations() {
        return RandomOperations.operation().list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Operation>> named() {
        return Arbitraries.oneOf(
                        marks().map(DropTable::new),
                        Combinators.combine(marks(), marks()).as(RenameTable::new),
                        Combinators.combine(marks(), marks()).as((table, index) -> new DropIndex(table, index, false)),
                        Combinators.combine(marks(), marks()).as(CanonicalTextPropertiesTest::update),
                        marks().list().ofMaxSize(2).map(CanonicalTextPropertiesTest::execute))
                .list()
                .ofMaxSize(2);
    }

    private static Operation update(String table, String value) {
        return new UpdateRows(table, Map.of("a", Value.of(value)), Optional.empty(), Reversal.unknown());
    }

    private static Operation execute(List<String> statements) {
        return new ExecuteSql(
                PerDialect.everywhere(statements.stream().map(String::strip).toList()), List.of(), Reversal.unknown());
    }

    private static Arbitrary<String> marks() {
        return Arbitraries.of("\"", "\\", "\n", " ", "n", "u000a", "\n  to \"", "\ud800", "\udc00", "\u0000", "é")
                .list()
                .ofMaxSize(2)
                .map(parts -> String.join("", parts));
    }
}
