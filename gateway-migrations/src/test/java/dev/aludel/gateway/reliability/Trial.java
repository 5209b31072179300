package dev.aludel.gateway.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One transition, to be killed again and again, each time in a fresh copy of the same database.
 *
 * @param roundTrips how many an undisturbed run makes
 * @param undisturbed the state that such a run leaves
 */
record Trial(Templates templates, Transition transition, int roundTrips, List<String> undisturbed) {

    /** Does the transition undisturbed. */
    static Trial prepare(Templates templates, Transition transition) {
        try (TestDatabase database = templates.copyAt(transition.from())) {
            AtomicInteger roundTrips = new AtomicInteger();
            Job.run(
                    RoundTrips.observed(
                            database.dataSource(),
                            (number, side, sql) -> roundTrips.accumulateAndGet(number, Math::max)),
                    transition.direction(),
                    transition.to());
            return new Trial(templates, transition, roundTrips.get(), DatabaseState.of(database));
        }
    }

    /** Kills a process there, makes the same call, and says what is wrong now; empty when nothing is. */
    Optional<String> killAt(KillPoint point, Children children) {
        return disturb(database -> kill(database, point, children));
    }

    /** Does that to a fresh copy, makes the call that it left undone, and says what is wrong now; empty when nothing is. */
    Optional<String> disturb(Consumer<TestDatabase> disturbance) {
        try (TestDatabase database = templates.copyAt(transition.from())) {
            disturbance.accept(database);
            Job.run(database.dataSource(), transition.direction(), transition.to());
            assertThat(DatabaseState.of(database)).isEqualTo(undisturbed);
            return Optional.empty();
        } catch (RuntimeException | AssertionError failure) {
            return Optional.of("%s: %s".formatted(transition, failure));
        }
    }

    private void kill(TestDatabase database, KillPoint point, Children children) {
        try (ChildProcess child = children.next()) {
            child.order(Job.on(database, transition.direction(), transition.to(), point));
            child.awaitPause();
            child.kill();
        }
    }
}
