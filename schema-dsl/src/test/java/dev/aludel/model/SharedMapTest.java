package dev.aludel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SharedMapTest {

    /** An even number is put, an odd one taken away; every version is looked at when all of them are made. */
    @Property
    void each_version_stays_what_a_sorted_map_was_at_that_point(
            @ForAll List<@IntRange(min = 0, max = 60) Integer> changes) {
        List<SharedMap<Integer, String>> versions = new ArrayList<>(List.of(SharedMap.empty()));
        List<Map<Integer, String>> expected = new ArrayList<>(List.of(new TreeMap<>()));
        for (int change : changes) {
            SharedMap<Integer, String> last = versions.get(versions.size() - 1);
            Map<Integer, String> next = new TreeMap<>(expected.get(expected.size() - 1));
            String value = "at " + versions.size();
            if (change % 2 == 0) {
                versions.add(last.with(change / 2, value));
                next.put(change / 2, value);
            } else {
                versions.add(last.without(change / 2));
                next.remove(change / 2);
            }
            expected.add(next);
        }
        for (int i = 0; i < versions.size(); i++) {
            assertSame(versions.get(i), expected.get(i));
        }
    }

    private static void assertSame(SharedMap<Integer, String> map, Map<Integer, String> expected) {
        assertThat(map.values()).containsExactlyElementsOf(expected.values());
        for (int key = 0; key <= 30; key++) {
            assertThat(map.get(key)).isEqualTo(Optional.ofNullable(expected.get(key)));
        }
    }

    @Test
    void keys_that_come_in_order_make_no_deep_tree() {
        SharedMap<Integer, Integer> map = SharedMap.empty();
        for (int i = 0; i < 1_000_000; i++) {
            map = map.with(i, i);
        }
        assertThat(map.values()).hasSize(1_000_000).isSorted();
    }
}
