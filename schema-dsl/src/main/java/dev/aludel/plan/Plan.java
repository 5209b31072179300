package dev.aludel.plan;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.ServerVersion;
import java.util.List;

/**
 * Everything that will be done, in order, as data; nothing of it has been done.
 *
 * @param version the server that it is for
 * @param revisions in the order in which they run; empty where nothing is to be done
 * @param notes complete sentences that a person should read, such as why nothing is to be done
 */
public record Plan(
        Dialect dialect,
        ServerVersion version,
        VersionTable versionTable,
        List<PlannedRevision> revisions,
        List<String> notes) {

    public Plan {
        revisions = List.copyOf(revisions);
        notes = List.copyOf(notes);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return revisions.isEmpty();
    }

    /** Whether a revision runs in one transaction, so that a failure leaves nothing of it behind. */
    public boolean isTransactional(PlannedRevision revision) {
        return dialect.transactionalDdl() && revision.isTransactional();
    }
}
