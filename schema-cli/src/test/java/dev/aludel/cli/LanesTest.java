package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LanesTest {

    /** Who reads the drawing must find the lines of the graph, and no others. */
    @Property
    void a_drawing_reads_back_as_the_graph(@ForAll("graphs") List<Set<Integer>> parents) {
        Reader reader = new Reader();
        Lanes<Integer> lanes = new Lanes<>();
        for (int node = 0; node < parents.size(); node++) {
            reader.read(node, lanes.next(node, List.copyOf(parents.get(node))));
        }

        assertThat(reader.edges).isEqualTo(edges(parents));
        assertThat(reader.lanes).as("lines that lead nowhere").isEmpty();
    }

    @Property
    void a_line_of_revisions_stays_in_one_lane(@ForAll @IntRange(min = 1, max = 30) int length) {
        Lanes<Integer> lanes = new Lanes<>();
        for (int node = 0; node < length; node++) {
            boolean last = node == length - 1;
            Lanes.Rows rows = lanes.next(node, last ? List.of() : List.of(node + 1));

            assertThat(rows.own()).containsExactly(LaneCell.REVISION);
            assertThat(rows.above()).isEmpty();
            assertThat(rows.below()).isEmpty();
            assertThat(rows.beside()).hasSize(last ? 0 : 1);
        }
    }

    /** Parents come later, as they do where the newest is listed first. */
    @Provide
    Arbitrary<List<Set<Integer>>> graphs() {
        return Arbitraries.integers().between(1, 12).flatMap(size -> Arbitraries.integers()
                .between(0, 1 << 30)
                .list()
                .ofSize(size)
                .map(LanesTest::graph));
    }

    /** Node {@code n}'s parents are chosen by the bits of the n-th number, at most three. */
    private static List<Set<Integer>> graph(List<Integer> choices) {
        List<Set<Integer>> parents = new ArrayList<>();
        for (int node = 0; node < choices.size(); node++) {
            Set<Integer> chosen = new HashSet<>();
            int later = choices.size() - node - 1;
            for (int part = 0; part < 3 && later > 0; part++) {
                int choice = (choices.get(node) >> (10 * part)) & 1023;
                if (choice % 4 != 0) {
                    chosen.add(node + 1 + choice % later);
                }
            }
            parents.add(chosen);
        }
        return parents;
    }

    private static Set<List<Integer>> edges(List<Set<Integer>> parents) {
        Set<List<Integer>> edges = new HashSet<>();
        for (int node = 0; node < parents.size(); node++) {
            for (int parent : parents.get(node)) {
                edges.add(List.of(node, parent));
            }
        }
        return edges;
    }

    /** Follows the lines with a finger: each lane holds the nodes whose lines come down in it. */
    private static final class Reader {

        private final Map<Integer, Set<Integer>> lanes = new TreeMap<>();
        private final Set<List<Integer>> edges = new HashSet<>();

        void read(int node, Lanes.Rows rows) {
            rows.above().ifPresent(this::connection);
            straight(rows.own(), node);
            rows.below().ifPresent(this::connection);
            straight(rows.beside(), node);
        }

        private void straight(List<LaneCell> row, int node) {
            lanes.keySet().removeIf(lane -> lane >= row.size());
            for (int lane = 0; lane < row.size(); lane++) {
                if (row.get(lane) == LaneCell.REVISION) {
                    at(lane).forEach(child -> edges.add(List.of(child, node)));
                    lanes.put(lane, new HashSet<>(Set.of(node)));
                } else if (row.get(lane) == LaneCell.LINE) {
                    assertThat(lanes).as("a line out of nowhere").containsKey(lane);
                } else {
                    assertThat(row.get(lane)).isEqualTo(LaneCell.EMPTY);
                    lanes.remove(lane);
                }
            }
        }

        private void connection(List<LaneCell> row) {
            int fork = row.indexOf(LaneCell.FORK);
            for (int lane = 0; lane < row.size(); lane++) {
                switch (row.get(lane)) {
                    case OPENS, OPENS_LAST -> {
                        assertThat(lanes).as("a lane that is taken").doesNotContainKey(lane);
                        lanes.put(lane, at(fork));
                    }
                    case CLOSES, CLOSES_LAST -> {
                        assertThat(lanes).containsKey(lane);
                        Set<Integer> joined = at(fork);
                        joined.addAll(at(lane));
                        lanes.put(fork, joined);
                        lanes.remove(lane);
                    }
                    case CROSSED -> {
                        assertThat(lane).isGreaterThan(fork);
                        assertThat(lanes).doesNotContainKey(lane);
                    }
                    case BRIDGE -> {
                        assertThat(lane).isGreaterThan(fork);
                        assertThat(lanes).containsKey(lane);
                    }
                    case LINE, FORK -> assertThat(lanes).containsKey(lane);
                    case EMPTY -> assertThat(lanes).doesNotContainKey(lane);
                    case REVISION -> throw new AssertionError("a revision between the rows");
                }
            }
        }

        private Set<Integer> at(int lane) {
            return new HashSet<>(lanes.getOrDefault(lane, Set.of()));
        }
    }
}
