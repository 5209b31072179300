package dev.aludel.execute;

import dev.aludel.dialect.AttemptGuard;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Guard;
import dev.aludel.dialect.Inspector;
import dev.aludel.dialect.SchemaGuard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the live schema answered to the guards of a revision's steps, each asked once, and which attempts were refused. */
final class GuardAnswers {

    private final Connection connection;
    private final Inspector inspector;
    private final Map<SchemaGuard, Boolean> answers = new HashMap<>();
    private final Set<Integer> refusedAttempts = new HashSet<>();

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
        for (Guard guard : step.guards()) {
            if (guard instanceof SchemaGuard schema) {
                answers.put(schema, true);
            } else if (((AttemptGuard) guard).refused()) {
                refusedAttempts.add(guard.number());
            }
        }
    }

    /** The database refused part of an attempt. */
    void refused(AttemptGuard attempt) {
        refusedAttempts.add(attempt.number());
    }

    private boolean holds(Guard guard) throws SQLException {
        return guard instanceof AttemptGuard attempt
                ? refusedAttempts.contains(attempt.number()) == attempt.refused()
                : holds((SchemaGuard) guard);
    }

    private boolean holds(SchemaGuard guard) throws SQLException {
        Boolean known = answers.get(guard);
        if (known != null) {
            return known;
        }
        boolean answer = inspector.holds(connection, guard.probe());
        answers.put(guard, answer);
        return answer;
    }
}
