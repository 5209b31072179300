package dev.aludel.dialect;

import dev.aludel.operation.SchemaCondition;
import dev.aludel.sql.Probe;

/** What must hold in the live schema; looked at once, just before the first of the steps. */
public record SchemaGuard(int number, SchemaCondition condition) implements Guard {

    /** The question to the live schema. */
    public Probe probe() {
        Probe.Kind kind = Probe.Kind.valueOf(condition.kind().name());
        return new Probe(kind, condition.table(), condition.name(), condition.present());
    }

    @Override
    public String describe() {
        return condition.describe();
    }
}
