package dev.aludel.history;

import dev.aludel.dsl.Schema;
import dev.aludel.revision.Header;

/**
 * One step in the life of a schema.
 *
 * <p>Its methods are called while a plan is made, as often as is useful; they record, and neither read a clock nor touch
 * a database.
 */
public interface Revision {

    /** Its id, its parents and what it says of itself. */
    Header header();

    /** Records what it does. */
    void upgrade(Schema schema);

    /** How to take it back; unless it says otherwise, what it does is reversed from the schema model. */
    default Downgrade downgrade() {
        return Downgrade.derived();
    }
}
