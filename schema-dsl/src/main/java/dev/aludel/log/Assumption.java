package dev.aludel.log;

import dev.aludel.error.MigrationException;
import java.util.List;
import java.util.Optional;

/** What a person found out about a statement that was running when a run died. */
public enum Assumption {
    /** It took effect. */
    APPLIED(Outcome.DONE),
    /** It did not. */
    NOT_APPLIED(Outcome.PLANNED);

    private final Outcome outcome;

    Assumption(Outcome outcome) {
        this.outcome = outcome;
    }

    /**
     * What is in doubt, without its doubt.
     *
     * @throws MigrationException when nothing is in doubt
     */
    public JournaledAction settle(Interruption open) {
        List<JournaledAction> inDoubt = open.inDoubt();
        // Of a sequence the schema tells.
        JournaledAction single = Optional.of(inDoubt)
                .filter(running -> running.size() == 1)
                .map(running -> running.get(0))
                .orElseThrow(() -> new MigrationException(
                        "nothing is in doubt about revision \"%s\", which is applied in part: resume it without an assumption. Nothing was done"
                                .formatted(open.revision())));
        return single.with(outcome);
    }
}
