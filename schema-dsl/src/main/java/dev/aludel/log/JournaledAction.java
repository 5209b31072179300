package dev.aludel.log;

import dev.aludel.sql.Action;
import dev.aludel.sql.Probe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One action of a revision as the journal holds it.
 *
 * @param position counts the revision's actions from 1
 * @param step counts the steps that they belong to, from 1
 * @param stepHash what the step comes to by the model, with the hash's algorithm: it tells whether the revision was changed
 *     since
 * @param hash the action's text, with the hash's algorithm
 * @param summary what it does, in a few words
 * @param statement its SQL, where it was made from the live schema as it was before; empty where the revision tells it, so
 *     that what an author wrote, a password perhaps, is not kept
 * @param facts what else is to be known to carry it out later, as {@link ActionFacts} writes it
 */
public record JournaledAction(
        int position,
        int step,
        String stepHash,
        Kind kind,
        Outcome outcome,
        String hash,
        String summary,
        Optional<String> statement,
        String facts) {

    /** What an action is. */
    public enum Kind {
        STATEMENT,
        CHECK,
        CODE;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * The row of an action that hasn't begun.
     *
     * @param madeFromLive whether its text came from a look at the schema, which can't be had again
     */
    public static JournaledAction planned(
            int position, int step, String stepHash, Action action, boolean madeFromLive) {
        return new JournaledAction(
                position,
                step,
                stepHash,
                ActionFacts.kind(action),
                Outcome.PLANNED,
                hash(action),
                summary(action),
                madeFromLive ? ActionFacts.text(action) : Optional.empty(),
                ActionFacts.of(action, stepHash));
    }

    /** The hash by which a step is known again: its actions as the model foresees them. */
    public static String stepHash(List<Action> planned) {
        return TextHash.of(planned.stream()
                .map(action -> ActionFacts.text(action).orElse(action.summary()))
                .toList());
    }

    /** Whether {@code action} is the one that this row speaks of. */
    public boolean isOf(Action action) {
        return hash.equals(hash(action));
    }

    /** The action; empty where only the revision knows it. */
    public Optional<Action> action() {
        return ActionFacts.action(this);
    }

    /** What is true of the schema once it took effect, and wasn't before; empty where no look at the schema can tell. */
    public Optional<Probe> leadsTo() {
        return ActionFacts.leadsTo(facts);
    }

    /** Whether running it once more, after it took effect, changes nothing. */
    public boolean isRepeatable() {
        return ActionFacts.isRepeatable(facts);
    }

    /** Whether it concerns the session of a sequence of statements only, so that what is left of them needs it again. */
    public boolean isOfSession() {
        return isInSequence() && leadsTo().isEmpty();
    }

    /** Whether it is one of a sequence of statements. */
    public boolean isInSequence() {
        return ActionFacts.isInSequence(facts);
    }

    /** Whether it took effect. */
    public boolean isDone() {
        return outcome == Outcome.DONE;
    }

    /** This action with another outcome. */
    public JournaledAction with(Outcome newOutcome) {
        return new JournaledAction(position, step, stepHash, kind, newOutcome, hash, summary, statement, facts);
    }

    /** Of SQL that speaks for itself only its first words, {@code CREATE USER …}: the next one may be a password. */
    private static String summary(Action action) {
        String summary = action.summary();
        boolean speaksForItself = ActionFacts.text(action)
                .filter(text -> text.strip().startsWith(summary.replaceFirst("…$", "")))
                .isPresent();
        if (!speaksForItself) {
            return summary;
        }
        String[] words = summary.split("\\s+", 3);
        return words.length < 3 ? words[0] + " …" : words[0] + " " + words[1] + " …";
    }

    private static String hash(Action action) {
        return TextHash.of(List.of(ActionFacts.text(action).orElse(action.summary())));
    }
}
