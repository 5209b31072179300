package dev.aludel.revision;

import java.util.Set;

/**
 * One step along a route, and the rows of the version table on both sides of it.
 *
 * <p>The rows are the maximal elements of what is applied: those applied revisions that no other applied revision
 * revises or depends on, however indirectly.
 *
 * @param revision what is upgraded or downgraded; for a stamp the revision whose row comes, or, when rows only go, the
 *     one whose row goes
 * @param rowsBefore the rows that the version table must hold, smallest id first
 * @param rowsAfter the rows that it holds afterwards, smallest id first
 */
public record Move(Direction direction, RevisionId revision, Set<RevisionId> rowsBefore, Set<RevisionId> rowsAfter) {

    public Move {
        rowsBefore = RowSet.copyOf(rowsBefore);
        rowsAfter = RowSet.copyOf(rowsAfter);
    }

    /** The rows that come, smallest id first. */
    public Set<RevisionId> inserted() {
        return RowSet.copyOf(rowsAfter).minus(RowSet.copyOf(rowsBefore));
    }

    /** The rows that go, smallest id first. */
    public Set<RevisionId> deleted() {
        return RowSet.copyOf(rowsBefore).minus(RowSet.copyOf(rowsAfter));
    }
}
