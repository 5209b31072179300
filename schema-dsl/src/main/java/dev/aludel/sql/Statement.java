package dev.aludel.sql;

import java.util.List;
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
 * @param transactional whether it may run inside a transaction; one that may not, such as PostgreSQL's {@code CREATE INDEX
 *     CONCURRENTLY}, runs by itself, with what came before it committed
 * @param repeatable whether running it once more, after it took effect, changes nothing: whoever doesn't know whether it
 *     did may then run it again
 * @param leftover what this statement leaves behind when it fails halfway, and would trip over when it runs again
 * @param inSequence whether it is one of neighbouring statements that run in one go on one connection, with nothing of the
 *     run's own between them: from one that keeps others away to one that lets them in again. None of them takes back what
 *     another one {@link #leadsTo() leads to}; those that lead to nothing concern the session, and run once more when the
 *     rest of the sequence is carried out by another run, those at its end also when one of them fails
 * @param explainedBy asked when the database refuses the statement, and only inside a transaction
 * @param effort what its time depends on
 * @param ranges how it may be carried out in parts, so as to tell of its progress; empty where it is not
 */
public record Statement(
        Sql sql,
        String summary,
        LockImpact lock,
        Optional<Probe> skippedWhen,
        Optional<Probe> leadsTo,
        boolean transactional,
        boolean repeatable,
        Optional<Leftover> leftover,
        boolean inSequence,
        List<Check> explainedBy,
        Effort effort,
        Optional<RowRanges> ranges)
        implements Action {

    public Statement {
        explainedBy = List.copyOf(explainedBy);
    }

    /** A statement that locks as {@code lock} says, and may run inside a transaction. */
    public static Statement of(Sql sql, String summary, LockImpact lock) {
        return new Statement(
                sql,
                summary,
                lock,
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                Optional.empty(),
                false,
                List.of(),
                Effort.UNKNOWN,
                Optional.empty());
    }

    /** This statement, skipped where {@code probe} holds. */
    public Statement skippedWhen(Probe probe) {
        return new Statement(
                sql,
                summary,
                lock,
                Optional.of(probe),
                leadsTo,
                transactional,
                repeatable,
                leftover,
                inSequence,
                explainedBy,
                effort,
                ranges);
    }

    /** This statement, known to have taken effect where {@code probe} holds. */
    public Statement leadsTo(Probe probe) {
        return new Statement(
                sql,
                summary,
                lock,
                skippedWhen,
                Optional.of(probe),
                transactional,
                repeatable,
                leftover,
                inSequence,
                explainedBy,
                effort,
                ranges);
    }

    /** This statement with another {@code lock}. */
    public Statement locking(LockImpact newLock) {
        return new Statement(
                sql,
                summary,
                newLock,
                skippedWhen,
                leadsTo,
                transactional,
                repeatable,
                leftover,
                inSequence,
                explainedBy,
                effort,
                ranges);
    }

    /** This statement, which the database refuses inside a transaction. */
    public Statement outsideTransaction() {
        return new Statement(
                sql,
                summary,
                lock,
                skippedWhen,
                leadsTo,
                false,
                repeatable,
                leftover,
                inSequence,
                explainedBy,
                effort,
                ranges);
    }

    /** This statement, which does no harm when it runs once more. */
    public Statement asRepeatable() {
        return new Statement(
                sql,
                summary,
                lock,
                skippedWhen,
                leadsTo,
                transactional,
                true,
                leftover,
                inSequence,
                explainedBy,
                effort,
                ranges);
    }

    /** This statement, which may leave {@code behind} when it fails. */
    public Statement leaving(Leftover behind) {
        return new Statement(
                sql,
                summary,
                lock,
                skippedWhen,
                leadsTo,
                transactional,
                repeatable,
                Optional.of(behind),
                inSequence,
                explainedBy,
                effort,
                ranges);
    }

    /** This statement, as one of a sequence. */
    public Statement asPartOfSequence() {
        return new Statement(
                sql,
                summary,
                lock,
                skippedWhen,
                leadsTo,
                transactional,
                repeatable,
                leftover,
                true,
                explainedBy,
                effort,
                ranges);
    }

    /** This statement, which may be carried out range by range. */
    public Statement inRanges(RowRanges newRanges) {
        return new Statement(
                sql,
                summary,
                lock,
                skippedWhen,
                leadsTo,
                transactional,
                repeatable,
                leftover,
                inSequence,
                explainedBy,
                effort,
                Optional.of(newRanges));
    }

    /** This statement, whose refusal these explain. */
    public Statement explainedBy(List<Check> checks) {
        return new Statement(
                sql,
                summary,
                lock,
                skippedWhen,
                leadsTo,
                transactional,
                repeatable,
                leftover,
                inSequence,
                checks,
                effort,
                ranges);
    }

    /** This statement, whose time depends on {@code known}. */
    public Statement taking(Effort known) {
        return new Statement(
                sql,
                summary,
                lock,
                skippedWhen,
                leadsTo,
                transactional,
                repeatable,
                leftover,
                inSequence,
                explainedBy,
                known,
                ranges);
    }

    /** Whether it concerns the session only, and changes nothing that stays. */
    public boolean isOfSession() {
        return inSequence && leadsTo.isEmpty();
    }
}
