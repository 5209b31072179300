package dev.aludel.dialect;

import dev.aludel.operation.SchemaCondition;
import dev.aludel.sql.Probe;

/**
 * What must hold in the database for some steps to be done; looked at once, just before the first of them.
 *
 * @param number tells it apart from the other guards of a plan
 */
public record Guard(int number, SchemaCondition condition) {

    /** The question to the live schema. */
    public Probe probe() {
        Probe.Kind kind = Probe.Kind.valueOf(condition.kind().name());
        return new Probe(kind, condition.table(), condition.name(), condition.present());
    }
}
