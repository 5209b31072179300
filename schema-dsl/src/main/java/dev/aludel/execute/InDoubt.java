package dev.aludel.execute;

import dev.aludel.dialect.Inspector;
import dev.aludel.log.Interruption;
import dev.aludel.log.JournaledAction;
import dev.aludel.log.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out whether the statement took effect that ran when a run died. */
final class InDoubt {

    private final Connection connection;
    private final Inspector inspector;

    InDoubt(Connection connection, Inspector inspector) {
        this.connection = connection;
        this.inspector = inspector;
    }

    /**
     * What became of the actions of a sequence, in order: they ran one after the other, so that behind the first one that took
     * no effect none did.
     */
    List<Outcome> outcomes(Interruption interruption, List<JournaledAction> sequence) throws SQLException {
        List<Outcome> outcomes = new ArrayList<>();
        boolean reached = true;
        for (JournaledAction action : sequence) {
            boolean session = action.isOfSession();
            reached = reached && (session || outcome(interruption, action) == Outcome.DONE);
            outcomes.add(reached && !session ? Outcome.DONE : Outcome.PLANNED);
        }
        return outcomes;
    }

    /**
     * What became of the action: done, or planned as if it had never begun.
     *
     * @throws StatementInDoubtException when neither the schema nor the statement tells
     */
    Outcome outcome(Interruption interruption, JournaledAction action) throws SQLException {
        Optional<Boolean> tookEffect = action.leadsTo().isPresent()
                ? Optional.of(inspector.holds(connection, action.leadsTo().get()))
                : Optional.empty();
        if (tookEffect.isPresent()) {
            return tookEffect.get() ? Outcome.DONE : Outcome.PLANNED;
        }
        if (action.isRepeatable()) {
            return Outcome.PLANNED;
        }
        throw new StatementInDoubtException(interruption, action);
    }
}
