package dev.aludel.execute;

import dev.aludel.error.MigrationException;
import dev.aludel.log.Interruption;
import java.util.Locale;

/** A revision is applied in part, and what was asked for would not go on with it; nothing was done. */
public final class InterruptedRevisionException extends MigrationException {

    /** Creates the failure for what is open. */
    public InterruptedRevisionException(Interruption open) {
        super(
                "the %s of revision \"%s\" was interrupted on %s, run by %s, after %d of its actions took effect, and must be brought to an end first. Nothing was done now. Run that %s again, or resume: it goes on where it stopped; or bring the schema to one side of the revision by hand, and stamp where it stands then"
                        .formatted(
                                word(open),
                                open.revision(),
                                open.entry().startedAt(),
                                open.entry().who(),
                                open.done(),
                                word(open)));
    }

    private static String word(Interruption open) {
        return open.direction().name().toLowerCase(Locale.ROOT);
    }
}
