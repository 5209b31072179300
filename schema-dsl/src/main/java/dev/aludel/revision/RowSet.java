package dev.aludel.revision;

import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted set of version rows. A copy with one row more or less shares nearly all of its memory with the
 * original, so that a route may hold the rows on both sides of each of its moves however many rows there are.
 */
final class RowSet extends AbstractSet<RevisionId> {

    private static final RowSet EMPTY = new RowSet(null);

    private final @Nullable RowTree tree;

    private RowSet(@Nullable RowTree tree) {
        this.tree = tree;
    }

    static RowSet copyOf(Collection<RevisionId> rows) {
        if (rows instanceof RowSet same) {
            return same;
        }
        RowSet copy = EMPTY;
        for (RevisionId row : rows) {
            copy = copy.with(row);
        }
        return copy;
    }

    RowSet with(RevisionId row) {
        return contains(row) ? this : new RowSet(RowTree.with(tree, row));
    }

    RowSet without(RevisionId row) {
        return contains(row) ? new RowSet(RowTree.without(tree, row)) : this;
    }

    /** These rows without those of {@code others}; quick when the two share memory. */
    RowSet minus(RowSet others) {
        List<RevisionId> difference = new ArrayList<>();
        RowTree.difference(tree, others.tree, difference);
        return copyOf(difference);
    }

    @Override
    public boolean contains(@Nullable Object candidate) {
        return candidate instanceof RevisionId row && RowTree.contains(tree, row);
    }

    @Override
    public int size() {
        return RowTree.sizeOf(tree);
    }

    @Override
    public Iterator<RevisionId> iterator() {
        return new InOrder(tree);
    }

    /** Smallest id first. */
    private static final class InOrder implements Iterator<RevisionId> {

        private final Deque<RowTree> pending = new ArrayDeque<>();

        InOrder(@Nullable RowTree tree) {
            descend(tree);
        }

        @Override
        public boolean hasNext() {
            return !pending.isEmpty();
        }

        @Override
        public RevisionId next() {
            if (pending.isEmpty()) {
                throw new NoSuchElementException();
            }
            RowTree next = pending.pop();
            descend(next.right());
            return next.row();
        }

        private void descend(@Nullable RowTree tree) {
            for (RowTree node = tree; node != null; node = node.left()) {
                pending.push(node);
            }
        }
    }
}
