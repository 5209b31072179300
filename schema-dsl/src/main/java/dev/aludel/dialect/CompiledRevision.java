package dev.aludel.dialect;

import dev.aludel.sql.Check;
import dev.aludel.sql.SessionSetting;
import java.util.List;

/**
 * What a revision comes to on a database.
 *
 * @param settings hold around the revision's transaction
 * @param preconditions are checked before the first step
 * @param steps in order
 */
public record CompiledRevision(List<SessionSetting> settings, List<Check> preconditions, List<CompiledStep> steps) {

    public CompiledRevision {
        settings = List.copyOf(settings);
        preconditions = List.copyOf(preconditions);
        steps = List.copyOf(steps);
    }
}
