package dev.aludel.testing.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** One test a database, each on an empty one of its own. */
final class EachDatabase {

    private EachDatabase() {}

    static Stream<DynamicTest> of(List<DatabaseKind> kinds, Behaviour behaviour) {
        return kinds.stream()
                .map(kind -> dynamicTest(kind.id(), () -> {
                    try (TestDatabase database = TestDatabases.create(kind)) {
                        behaviour.on(database);
                    }
                }));
    }

    /** A behaviour, shown on one database. */
    @FunctionalInterface
    interface Behaviour {
        void on(TestDatabase database) throws Exception;
    }
}
