package dev.aludel.reliability;

import dev.aludel.error.MigrationException;
import dev.aludel.testing.DatabaseKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One thing that goes wrong.
 *
 * @param name what is tried, as a page's reader should see it
 * @param kinds the databases that it can be tried on
 * @param arrangement what there is before
 * @param attempt what a user does then
 * @param failure the type of what is thrown
 * @param accepted the databases that take it without a loss, where nothing is thrown
 * @param inPart the databases that are left changed in part, as the message says
 * @param words what each message says
 */
record BadInput(
        String name,
        Set<DatabaseKind> kinds,
        Step arrangement,
        Step attempt,
        Class<? extends Throwable> failure,
        Set<DatabaseKind> accepted,
        Set<DatabaseKind> inPart,
        List<String> words) {

    /** A case that every database refuses with {@link MigrationException}, and that is an upgrade to head. */
    static BadInput of(String name) {
        return new BadInput(
                name,
                EnumSet.allOf(DatabaseKind.class),
                bench -> {},
                bench -> bench.migrator().upgrade("head"),
                MigrationException.class,
                Set.of(),
                Set.of(),
                List.of());
    }

    BadInput on(DatabaseKind... some) {
        return new BadInput(name, Set.of(some), arrangement, attempt, failure, accepted, inPart, words);
    }

    BadInput given(Step step) {
        return new BadInput(name, kinds, step, attempt, failure, accepted, inPart, words);
    }

    BadInput when(Step step) {
        return new BadInput(name, kinds, arrangement, step, failure, accepted, inPart, words);
    }

    BadInput fails(Class<? extends Throwable> type, String... messageWords) {
        return new BadInput(name, kinds, arrangement, attempt, type, accepted, inPart, List.of(messageWords));
    }

    BadInput acceptedBy(DatabaseKind... some) {
        return new BadInput(name, kinds, arrangement, attempt, failure, Set.of(some), inPart, words);
    }

    BadInput acceptedByAll() {
        return new BadInput(name, kinds, arrangement, attempt, failure, kinds, inPart, words);
    }

    BadInput appliedInPartBy(DatabaseKind... some) {
        return new BadInput(name, kinds, arrangement, attempt, failure, accepted, Set.of(some), words);
    }

    /** Something done on a bench. */
    @FunctionalInterface
    interface Step {
        void on(Bench bench) throws Exception;
    }
}
