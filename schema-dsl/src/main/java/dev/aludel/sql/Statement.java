package dev.aludel.sql;

import java.util.List;
import java.util.Optional;

/**
 * One SQL statement and the facts about it.
 *
 * @param sql without a terminator
 * @param summary what it does, in a few words that name its objects
 * @param lock what it locks while it runs
 * @param effect what it comes to, and how somebody can tell
 * @param manner how it is carried out
 */
public record Statement(Sql sql, String summary, LockImpact lock, Effect effect, Manner manner) implements Action {

    /** A statement that locks as {@code lock} says, and may run inside a transaction. */
    public static Statement of(Sql sql, String summary, LockImpact lock) {
        return new Statement(sql, summary, lock, Effect.UNKNOWN, Manner.PLAIN);
    }

    /** This statement with another {@code lock}. */
    public Statement locking(LockImpact newLock) {
        return new Statement(sql, summary, newLock, effect, manner);
    }

    /** This statement, skipped where {@code probe} holds. */
    public Statement skippedWhen(Probe probe) {
        return with(effect.skippedWhen(probe));
    }

    /** This statement, known to have taken effect where {@code probe} holds. */
    public Statement leadsTo(Probe probe) {
        return with(effect.leadsTo(probe));
    }

    /** This statement, which does no harm when it runs once more. */
    public Statement asRepeatable() {
        return with(effect.asRepeatable());
    }

    /** This statement, which may leave {@code behind} when it fails. */
    public Statement leaving(Leftover behind) {
        return with(effect.leaving(behind));
    }

    /** This statement, which the database refuses inside a transaction. */
    public Statement outsideTransaction() {
        return with(manner.outsideTransaction());
    }

    /** This statement, as one of a sequence. */
    public Statement asPartOfSequence() {
        return with(manner.asPartOfSequence());
    }

    /** This statement, whose refusal these explain. */
    public Statement explainedBy(List<Check> checks) {
        return with(manner.explainedBy(checks));
    }

    /** This statement, whose time depends on {@code known}. */
    public Statement taking(Effort known) {
        return with(manner.taking(known));
    }

    /** This statement, which may be carried out range by range. */
    public Statement inRanges(RowRanges ranges) {
        return with(manner.inRanges(ranges));
    }

    /** {@link Effect#skippedWhen()}. */
    public Optional<Probe> skippedWhen() {
        return effect.skippedWhen();
    }

    /** {@link Effect#leadsTo()}. */
    public Optional<Probe> leadsTo() {
        return effect.leadsTo();
    }

    /** {@link Effect#repeatable()}. */
    public boolean repeatable() {
        return effect.repeatable();
    }

    /** {@link Effect#leftover()}. */
    public Optional<Leftover> leftover() {
        return effect.leftover();
    }

    /** {@link Manner#transactional()}. */
    public boolean transactional() {
        return manner.transactional();
    }

    /** {@link Manner#inSequence()}. */
    public boolean inSequence() {
        return manner.inSequence();
    }

    @Override
    public List<Check> explainedBy() {
        return manner.explainedBy();
    }

    /** {@link Manner#effort()}. */
    public Effort effort() {
        return manner.effort();
    }

    /** {@link Manner#ranges()}. */
    public Optional<RowRanges> ranges() {
        return manner.ranges();
    }

    /** Whether it concerns the session only, and changes nothing that stays. */
    public boolean isOfSession() {
        return inSequence() && leadsTo().isEmpty();
    }

    private Statement with(Effect newEffect) {
        return new Statement(sql, summary, lock, newEffect, manner);
    }

    private Statement with(Manner newManner) {
        return new Statement(sql, summary, lock, effect, newManner);
    }
}
