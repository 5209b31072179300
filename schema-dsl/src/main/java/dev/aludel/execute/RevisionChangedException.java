package dev.aludel.execute;

import dev.aludel.error.MigrationException;
import dev.aludel.log.Interruption;
import dev.aludel.log.JournaledAction;

/** A revision that was interrupted is no longer the one that was begun; nothing was done. */
public final class RevisionChangedException extends MigrationException {

    RevisionChangedException(Interruption interruption, JournaledAction row) {
        super(
                "revision \"%s\" was interrupted on %s, and has been changed since in what it had done already: action %d, %s, is no longer what it was. Give the revision back the operations that took effect, and correct only those behind them"
                        .formatted(
                                interruption.revision(),
                                interruption.entry().startedAt(),
                                row.position(),
                                row.summary()));
    }
}
