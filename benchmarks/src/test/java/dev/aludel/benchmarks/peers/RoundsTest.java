package dev.aludel.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.benchmarks.peers.contestant.Contestant;
import dev.aludel.benchmarks.peers.contestant.Journey;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.report.Sample;
import dev.aludel.benchmarks.peers.workload.Metric;
import dev.aludel.benchmarks.peers.workload.Workload;
import dev.aludel.benchmarks.peers.workload.WorkloadId;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final List<Contestant> CONTESTANTS = List.of(new Named("a"), new Named("b"), new Named("c"));

    private final Rounds rounds =
            new Rounds(CONTESTANTS, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    @Test
    void every_round_begins_with_the_next_contestant() throws Exception {
        Recorded workload = new Recorded(Map.of("a", 3, "b", 3, "c", 3));

        rounds.of(workload);

        assertThat(workload.trials).containsExactly("a", "b", "c", "b", "c", "a", "c", "a", "b");
    }

    @Test
    void who_has_had_all_its_rounds_is_left_out_of_the_others() throws Exception {
        Recorded workload = new Recorded(Map.of("a", 2, "b", 1, "c", 0));

        rounds.of(workload);

        assertThat(workload.prepared).containsExactly("a", "b");
        assertThat(workload.trials).containsExactly("a", "b", "a");
    }

    @Test
    void each_trial_gives_a_sample_of_its_round() throws Exception {
        Recorded workload = new Recorded(Map.of("a", 2, "b", 0, "c", 0));

        assertThat(rounds.of(workload))
                .containsExactly(
                        new Sample(workload.id(), "a", Metric.UP, 0, 1),
                        new Sample(workload.id(), "a", Metric.UP, 1, 2));
    }

    private static final class Recorded implements Workload {

        private final Map<String, Integer> rounds;
        private final List<String> prepared = new ArrayList<>();
        private final List<String> trials = new ArrayList<>();

        Recorded(Map<String, Integer> rounds) {
            this.rounds = rounds;
        }

        @Override
        public WorkloadId id() {
            return new WorkloadId(WorkloadId.Kind.CONVERSION, "10", Product.SQLITE);
        }

        @Override
        public int rounds(Contestant contestant) {
            return rounds.getOrDefault(contestant.id(), 0);
        }

        @Override
        public void prepare(Contestant contestant) {
            prepared.add(contestant.id());
        }

        @Override
        public Map<Metric, Double> trial(Contestant contestant) {
            trials.add(contestant.id());
            return Map.of(Metric.UP, (double) trials.size());
        }
    }

    private record Named(String id) implements Contestant {

        @Override
        public String title() {
            return id;
        }

        @Override
        public void migrate(Journey journey, Path folder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> command(Journey journey, Path folder) {
            throw new UnsupportedOperationException();
        }
    }
}
