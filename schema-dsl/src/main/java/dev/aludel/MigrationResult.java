package dev.aludel;

import dev.aludel.execute.AppliedRevision;
import java.util.List;

/**
 * What a run did.
 *
 * @param revisions those that it applied, or took back, in that order; empty where there was nothing to do
 * @param notes complete sentences that a person should read, such as why there was nothing to do
 */
public record MigrationResult(List<AppliedRevision> revisions, List<String> notes) {

    public MigrationResult {
        revisions = List.copyOf(revisions);
        notes = List.copyOf(notes);
    }
}
