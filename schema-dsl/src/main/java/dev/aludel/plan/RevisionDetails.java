package dev.aludel.plan;

import dev.aludel.history.RevisionCatalog;
import dev.aludel.operation.Operation;
import dev.aludel.revision.DeclaredRevision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.util.List;

/**
 * What a revision says of itself and what it does, on whatever database.
 *
 * @param declared its header, and the class that declares it
 * @param children the revisions that revise it, smallest id first; none for a head, several for a branch point
 * @param upgrade what its upgrade does, in order
 * @param downgrade what its downgrade does, or why there is none
 */
public record RevisionDetails(
        DeclaredRevision declared, List<RevisionId> children, List<Operation> upgrade, DowngradeDetails downgrade) {

    public RevisionDetails {
        children = List.copyOf(children);
        upgrade = List.copyOf(upgrade);
    }

    /**
     * The details of the revision of this id.
     *
     * @throws dev.aludel.revision.UnknownRevisionException when the history has none
     * @throws PlanningException when it, or one below it, cannot be recorded or makes no sense where it stands
     */
    public static RevisionDetails of(RevisionCatalog catalog, RevisionId id) {
        DeclaredRevision declared = catalog.graph().revision(id);
        return new RevisionDetails(
                declared,
                catalog.graph().children(id),
                new RecordedRevision(catalog, id).upgrade(),
                DowngradeDetails.of(catalog, id));
    }

    /** The revision's header. */
    public Header header() {
        return declared.header();
    }
}
