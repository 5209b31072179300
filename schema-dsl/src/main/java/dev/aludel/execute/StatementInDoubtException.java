package dev.aludel.execute;

import dev.aludel.error.MigrationException;
import dev.aludel.log.Interruption;
import dev.aludel.log.JournaledAction;
import java.util.Locale;

/** A run died while a statement ran, and no look at the schema tells whether it took effect; nothing was done. */
public final class StatementInDoubtException extends MigrationException {

    StatementInDoubtException(Interruption interruption, JournaledAction action) {
        super(
                "the %s of revision \"%s\" was interrupted on %s while action %d ran: %s. It may have taken effect or not, and no look at the schema tells. Nothing was done now. Look for its effect in the database yourself; then go on with resume --assume-applied if it is there, or with resume --assume-not-applied if it isn't"
                        .formatted(
                                interruption.direction().name().toLowerCase(Locale.ROOT),
                                interruption.revision(),
                                interruption.entry().startedAt(),
                                action.position(),
                                action.summary()));
    }
}
