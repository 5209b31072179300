package dev.aludel.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A balanced binary search tree that never changes; {@code null} is the empty one. An AVL tree in which everything is
 * made of splitting and joining (Blelloch, Ferizovic, Sun, "Just Join for Parallel Ordered Sets", 2016). Its height is
 * logarithmic, which bounds the recursion.
 */
final class RowTree {

    private final @Nullable RowTree left;
    private final RevisionId row;
    private final @Nullable RowTree right;
    private final int height;
    private final int size;

    private RowTree(@Nullable RowTree left, RevisionId row, @Nullable RowTree right) {
        this.left = left;
        this.row = row;
        this.right = right;
        this.height = Math.max(heightOf(left), heightOf(right)) + 1;
        this.size = sizeOf(left) + 1 + sizeOf(right);
    }

    @Nullable RowTree left() {
        return left;
    }

    RevisionId row() {
        return row;
    }

    @Nullable RowTree right() {
        return right;
    }

    static int sizeOf(@Nullable RowTree tree) {
        return tree == null ? 0 : tree.size;
    }

    static boolean contains(@Nullable RowTree tree, RevisionId row) {
        RowTree node = tree;
        while (node != null && !node.row.equals(row)) {
            node = row.compareTo(node.row) < 0 ? node.left : node.right;
        }
        return node != null;
    }

    static RowTree with(@Nullable RowTree tree, RevisionId row) {
        Split split = split(tree, row);
        return join(split.below, row, split.above);
    }

    static @Nullable RowTree without(@Nullable RowTree tree, RevisionId row) {
        Split split = split(tree, row);
        return join(split.below, split.above);
    }

    /** Adds the rows of {@code tree} that {@code others} lacks, in order; a subtree that both share is skipped. */
    static void difference(@Nullable RowTree tree, @Nullable RowTree others, List<RevisionId> difference) {
        if (tree == null || tree == others) {
            return;
        }
        Split split = split(others, tree.row);
        difference(tree.left, split.below, difference);
        if (!split.found) {
            difference.add(tree.row);
        }
        difference(tree.right, split.above, difference);
    }

    private static Split split(@Nullable RowTree tree, RevisionId row) {
        if (tree == null) {
            return new Split(null, false, null);
        }
        int order = row.compareTo(tree.row);
        if (order == 0) {
            return new Split(tree.left, true, tree.right);
        }
        if (order < 0) {
            Split split = split(tree.left, row);
            return new Split(split.below, split.found, join(split.above, tree.row, tree.right));
        }
        Split split = split(tree.right, row);
        return new Split(join(tree.left, tree.row, split.below), split.found, split.above);
    }

    private static @Nullable RowTree join(@Nullable RowTree below, @Nullable RowTree above) {
        if (below == null || above == null) {
            return below == null ? above : below;
        }
        RowTree last = below;
        while (last.right != null) {
            last = last.right;
        }
        return join(without(below, last.row), last.row, above);
    }

    private static RowTree join(@Nullable RowTree below, RevisionId row, @Nullable RowTree above) {
        if (below != null && heightOf(below) > heightOf(above) + 1) {
            return balanced(below.left, below.row, join(below.right, row, above));
        }
        if (above != null && heightOf(above) > heightOf(below) + 1) {
            return balanced(join(below, row, above.left), above.row, above.right);
        }
        return new RowTree(below, row, above);
    }

    /** Joins two trees whose heights differ by two at most. */
    private static RowTree balanced(@Nullable RowTree left, RevisionId row, @Nullable RowTree right) {
        if (left != null && heightOf(left) > heightOf(right) + 1) {
            return leaningLeft(left, row, right);
        }
        if (right != null && heightOf(right) > heightOf(left) + 1) {
            return leaningRight(left, row, right);
        }
        return new RowTree(left, row, right);
    }

    private static RowTree leaningLeft(RowTree left, RevisionId row, @Nullable RowTree right) {
        RowTree inner = left.right;
        if (inner == null || heightOf(left.left) >= heightOf(inner)) {
            return new RowTree(left.left, left.row, new RowTree(inner, row, right));
        }
        return new RowTree(
                new RowTree(left.left, left.row, inner.left), inner.row, new RowTree(inner.right, row, right));
    }

    private static RowTree leaningRight(@Nullable RowTree left, RevisionId row, RowTree right) {
        RowTree inner = right.left;
        if (inner == null || heightOf(right.right) >= heightOf(inner)) {
            return new RowTree(new RowTree(left, row, inner), right.row, right.right);
        }
        return new RowTree(
                new RowTree(left, row, inner.left), inner.row, new RowTree(inner.right, right.row, right.right));
    }

    private static int heightOf(@Nullable RowTree tree) {
        return tree == null ? 0 : tree.height;
    }

    /** A tree's rows below and above a row, and whether it held the row itself. */
    private record Split(@Nullable RowTree below, boolean found, @Nullable RowTree above) {}
}
