package dev.aludel.sql;

import java.util.Optional;

/**
 * One SQL statement and the facts about it.
 *
 * @param sql without a terminator
 * @param summary what it does, in a few words that name its objects
 * @param lock what it locks while it runs
 * @param skippedWhen a state of the schema in which the statement has nothing to do, and would fail; looked at just before
 *     it runs. Empty where the statement itself copes
 * @param leadsTo what is true of the schema once the statement took effect, and wasn't before; empty where no look at the
 *     schema can tell
 */
public record Statement(Sql sql, String summary, LockImpact lock, Optional<Probe> skippedWhen, Optional<Probe> leadsTo)
        implements Action {

    /** A statement that locks as {@code lock} says. */
    public static Statement of(Sql sql, String summary, LockImpact lock) {
        return new Statement(sql, summary, lock, Optional.empty(), Optional.empty());
    }

    /** This statement, skipped where {@code probe} holds. */
    public Statement skippedWhen(Probe probe) {
        return new Statement(sql, summary, lock, Optional.of(probe), leadsTo);
    }

    /** This statement, known to have taken effect where {@code probe} holds. */
    public Statement leadsTo(Probe probe) {
        return new Statement(sql, summary, lock, skippedWhen, Optional.of(probe));
    }
}
