package dev.aludel.gateway.reliability;

import dev.aludel.gateway.Gateway;
import dev.aludel.testing.TestDatabase;
import java.util.LinkedHashMap;
import java.util.Map;

/** A database at each place of the history, with rows in every table, to be copied. */
final class Templates implements AutoCloseable {

    private final Map<String, TestDatabase> databases = new LinkedHashMap<>();

    /** Takes an empty database up the history, and a copy at each place. */
    Templates(TestDatabase database) {
        for (String place : Gateway.PLACES) {
            if (!place.equals("base")) {
                Gateway.migrator(database).upgrade(place);
            }
            fill(database, place);
            databases.put(place, database.copy());
        }
    }

    /** A new database at that place, which the caller closes. */
    TestDatabase copyAt(String place) {
        TestDatabase template = databases.get(place);
        if (template == null) {
            throw new IllegalArgumentException(place);
        }
        return template.copy();
    }

    @Override
    public void close() {
        databases.values().forEach(TestDatabase::close);
    }

    private static void fill(TestDatabase database, String place) {
        switch (place) {
            case "d5b3f8f2e9a0" -> Gateway.insertFixture(database);
            case "079e06e9b448" ->
                Gateway.execute(
                        database,
                        "INSERT INTO tasks (id, user_id, start_time, status) VALUES ('t1', 'u1', 1, 'done'), ('t2', 'u2', 2, NULL)",
                        """
                    INSERT INTO task_events (id, task_id, created_time, topic, direction, payload)
                    VALUES ('e1', 't1', 3, 'request', 'in', '{"a": 1}'), ('e2', 't1', 4, 'answer', 'out', '')""",
                        """
                    INSERT INTO feedback (id, session_id, task_id, user_id, rating, created_time)
                    VALUES ('f1', 's1', 't1', 'u1', 5, 6)""");
            default -> {}
        }
    }
}
