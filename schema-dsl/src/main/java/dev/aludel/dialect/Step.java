package dev.aludel.dialect;

import dev.aludel.model.SchemaModel;
import dev.aludel.operation.Operation;
import java.util.List;

/**
 * An operation and the schema around it.
 *
 * @param before the schema that the operation finds
 * @param after the schema that it leaves
 * @param guards what must hold in the database for it to be done, the outermost first; empty where it is done in any case
 */
public record Step(Operation operation, SchemaModel before, SchemaModel after, List<Guard> guards) {

    public Step {
        guards = List.copyOf(guards);
    }

    /** A step that is done in any case. */
    public Step(Operation operation, SchemaModel before, SchemaModel after) {
        this(operation, before, after, List.of());
    }
}
