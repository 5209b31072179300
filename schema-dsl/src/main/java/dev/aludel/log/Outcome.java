package dev.aludel.log;

import java.util.Locale;

/** What became of a revision, or of one of its actions. */
public enum Outcome {
    /** An action that hasn't begun. */
    PLANNED,
    /** It began, and nobody knows yet how it ended: it runs, or the run died. */
    RUNNING,
    /** It took effect. */
    DONE,
    /** It failed, and left nothing behind. */
    FAILED,
    /** A revision failed after some of its actions took effect; the next run goes on with the rest. */
    INTERRUPTED,
    /** A revision that was interrupted, and then brought to an end by hand and stamped. */
    ABANDONED;

    /** As the log's table spells it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a revision with this outcome may be applied in part. */
    public boolean isOpen() {
        return this == RUNNING || this == INTERRUPTED;
    }

    /** Whether the log's table spells an open outcome so; a word that only later versions know is none. */
    public static boolean isOpen(String text) {
        for (Outcome outcome : values()) {
            if (outcome.isOpen() && outcome.text().equals(text)) {
                return true;
            }
        }
        return false;
    }

    static Outcome of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
