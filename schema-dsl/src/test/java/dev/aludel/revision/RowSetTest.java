package dev.aludel.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowSetTest {

    @Property
    void holds_what_a_tree_set_holds_after_the_same_changes(
            @ForAll List<@IntRange(min = -60, max = 60) Integer> changes) {
        RowSet rows = RowSet.copyOf(Set.of());
        Set<RevisionId> expected = new TreeSet<>();
        for (int change : changes) {
            RevisionId row = RevisionId.of("r" + Math.abs(change));
            rows = change < 0 ? rows.without(row) : rows.with(row);
            if (change < 0) {
                expected.remove(row);
            } else {
                expected.add(row);
            }
            assertThat(rows).containsExactlyElementsOf(expected).hasSize(expected.size());
        }
        assertThat(rows).isEqualTo(expected).hasSameHashCodeAs(expected);
    }

    @Property
    void subtracts_as_a_tree_set_does(
            @ForAll List<@IntRange(max = 60) Integer> some, @ForAll List<@IntRange(max = 60) Integer> others) {
        Set<RevisionId> expected = new TreeSet<>(rows(some));
        expected.removeAll(rows(others));
        assertThat(RowSet.copyOf(rows(some)).minus(RowSet.copyOf(rows(others)))).containsExactlyElementsOf(expected);
    }

    @Test
    void stays_shallow_when_rows_come_and_go_in_order() {
        RowSet rows = RowSet.copyOf(Set.of());
        for (int i = 0; i < 30_000; i++) {
            rows = rows.with(numbered(i));
        }
        for (int i = 0; i < 10_000; i++) {
            rows = rows.without(numbered(i))
                    .without(numbered(29_999 - i))
                    .without(numbered(10_000 + (i * 7919) % 10_000));
        }
        assertThat(rows).isEmpty();
    }

    @Test
    void leaves_the_original_alone() {
        RowSet rows = RowSet.copyOf(Graphs.ids("a", "b"));
        rows.without(RevisionId.of("a"));
        assertThat(rows).containsExactly(RevisionId.of("a"), RevisionId.of("b"));
        assertThatThrownBy(rows::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    private static List<RevisionId> rows(List<Integer> numbers) {
        return numbers.stream().map(number -> RevisionId.of("r" + number)).toList();
    }

    private static RevisionId numbered(int number) {
        return RevisionId.of("r%06d".formatted(number));
    }
}
