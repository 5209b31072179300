package dev.aludel.revision;

import dev.aludel.revision.TargetException.Reason;
import java.util.Optional;

/**
 * A range as it was written: {@code FROM:TO}, or a target alone, which is a range from base.
 *
 * @param from empty where nothing stands before the colon, or where there is none
 * @param to empty where nothing stands behind the colon
 */
record Range(String text, Optional<Target> from, Optional<Target> to) {

    /** @throws TargetException when {@code text} follows no rule of the grammar */
    static Range parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new Range(text, Optional.empty(), Optional.of(Target.parse(text)));
        }
        if (text.indexOf(':', colon + 1) >= 0) {
            throw new TargetException(
                    text,
                    Reason.MALFORMED,
                    "%s is not a range. A range is FROM:TO, with one colon.".formatted(Text.quoted(text)));
        }
        return new Range(text, side(text.substring(0, colon)), side(text.substring(colon + 1)));
    }

    static boolean isRange(String text) {
        return text.indexOf(':') >= 0;
    }

    private static Optional<Target> side(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Target.parse(text));
    }
}
