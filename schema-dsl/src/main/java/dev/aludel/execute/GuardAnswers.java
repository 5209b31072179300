package dev.aludel.execute;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Guard;
import dev.aludel.dialect.Inspector;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What the live schema answered to the guards of a revision's steps; each is asked once. */
final class GuardAnswers {

    private final Connection connection;
    private final Inspector inspector;
    private final Map<Guard, Boolean> answers = new HashMap<>();

    GuardAnswers(Connection connection, Inspector inspector) {
        this.connection = connection;
        this.inspector = inspector;
    }

    /** Whether all guards of the step hold; those behind one that doesn't aren't asked. */
    boolean hold(CompiledStep step) throws SQLException {
        for (Guard guard : step.guards()) {
            if (!holds(guard)) {
                return false;
            }
        }
        return true;
    }

    /** Takes them for held: an earlier run began the step. */
    void held(CompiledStep step) {
        step.guards().forEach(guard -> answers.put(guard, true));
    }

    private boolean holds(Guard guard) throws SQLException {
        Boolean known = answers.get(guard);
        if (known != null) {
            return known;
        }
        boolean answer = inspector.holds(connection, guard.probe());
        answers.put(guard, answer);
        return answer;
    }
}
