package dev.aludel.revision;

import dev.aludel.error.MigrationException;
import java.util.List;

/** A target, or a range, that means nothing, or not one thing only, in this history and for this database. */
public final class TargetException extends MigrationException {

    private final String target;
    private final Reason reason;
    private final List<String> candidates;

    TargetException(String target, Reason reason, List<String> candidates, String message) {
        super(message);
        this.target = target;
        this.reason = reason;
        this.candidates = List.copyOf(candidates);
    }

    TargetException(String target, Reason reason, String message) {
        this(target, reason, List.of(), message);
    }

    /** The target as it was given. */
    public String target() {
        return target;
    }

    /** What is wrong, for programs. */
    public Reason reason() {
        return reason;
    }

    /** The revisions or names among which nothing decides, or the nearest one to a misspelt name; may be empty. */
    public List<String> candidates() {
        return candidates;
    }

    /** What can be wrong with a target. */
    public enum Reason {
        /** The text follows no rule of the grammar. */
        MALFORMED,
        /** No revision and no label has this name. */
        UNKNOWN_NAME,
        /** The beginning of an id has fewer than four characters. */
        PREFIX_TOO_SHORT,
        /** Several ids begin with this prefix. */
        AMBIGUOUS_PREFIX,
        /** One revision is needed, and the name stands for several. */
        SEVERAL_REVISIONS,
        /** Steps are to be counted from the current revision, and there are several. */
        AMBIGUOUS_START,
        /** The way forks while steps are counted. */
        AMBIGUOUS_STEP,
        /** The history ends before all steps are counted. */
        OFF_THE_END,
        /** The revision does not lie on the branch. */
        NOT_ON_BRANCH,
        /** A downgrade cannot end at, or start from, what is not applied. */
        NOT_APPLIED,
        /** An upgrade that counts down, or a downgrade that counts up. */
        WRONG_DIRECTION,
        /** The form is right, but makes no sense for this command. */
        NOT_ALLOWED_HERE,
        /** The start of a range does not lie below its end. */
        NOT_A_RANGE
    }
}
