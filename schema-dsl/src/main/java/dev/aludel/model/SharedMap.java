package dev.aludel.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map, sorted by its keys. A copy with one entry more, less or changed shares all but a logarithmic part of
 * its memory with the original, so that every step of a long history may keep a schema of its own.
 *
 * <p>A treap: a search tree by keys that is a heap by the hashes of the keys, which keeps it balanced (Seidel and Aragon,
 * "Randomized Search Trees", 1996).
 */
final class SharedMap<K extends Comparable<K>, V> {

    private final @Nullable Node<K, V> root;

    private SharedMap(@Nullable Node<K, V> root) {
        this.root = root;
    }

    static <K extends Comparable<K>, V> SharedMap<K, V> empty() {
        return new SharedMap<>(null);
    }

    Optional<V> get(K key) {
        Node<K, V> node = root;
        while (node != null && !node.key.equals(key)) {
            node = key.compareTo(node.key) < 0 ? node.left : node.right;
        }
        return Optional.ofNullable(node).map(found -> found.value);
    }

    SharedMap<K, V> with(K key, V value) {
        return new SharedMap<>(Node.with(root, key, value));
    }

    SharedMap<K, V> without(K key) {
        return new SharedMap<>(Node.without(root, key));
    }

    /** The values, smallest key first. */
    List<V> values() {
        List<V> values = new ArrayList<>();
        Node.addTo(values, root);
        return values;
    }

    /** A tree that is not empty; {@code null} is the empty one. */
    private static final class Node<K extends Comparable<K>, V> {

        private final K key;
        private final V value;
        private final @Nullable Node<K, V> left;
        private final @Nullable Node<K, V> right;

        Node(@Nullable Node<K, V> left, K key, V value, @Nullable Node<K, V> right) {
            this.key = key;
            this.value = value;
            this.left = left;
            this.right = right;
        }

        static <K extends Comparable<K>, V> Node<K, V> with(@Nullable Node<K, V> tree, K key, V value) {
            if (tree == null) {
                return new Node<>(null, key, value, null);
            }
            int order = key.compareTo(tree.key);
            if (order == 0) {
                return new Node<>(tree.left, key, value, tree.right);
            }
            return order < 0
                    ? leaningLeft(with(tree.left, key, value), tree)
                    : leaningRight(tree, with(tree.right, key, value));
        }

        static <K extends Comparable<K>, V> @Nullable Node<K, V> without(@Nullable Node<K, V> tree, K key) {
            if (tree == null) {
                return null;
            }
            int order = key.compareTo(tree.key);
            if (order == 0) {
                return joined(tree.left, tree.right);
            }
            return order < 0
                    ? new Node<>(without(tree.left, key), tree.key, tree.value, tree.right)
                    : new Node<>(tree.left, tree.key, tree.value, without(tree.right, key));
        }

        static <K extends Comparable<K>, V> void addTo(List<V> values, @Nullable Node<K, V> tree) {
            if (tree != null) {
                addTo(values, tree.left);
                values.add(tree.value);
                addTo(values, tree.right);
            }
        }

        /** {@code tree} with another left side, which comes on top where it outranks the tree. */
        private static <K extends Comparable<K>, V> Node<K, V> leaningLeft(Node<K, V> left, Node<K, V> tree) {
            return left.outranks(tree)
                    ? new Node<>(
                            left.left, left.key, left.value, new Node<>(left.right, tree.key, tree.value, tree.right))
                    : new Node<>(left, tree.key, tree.value, tree.right);
        }

        private static <K extends Comparable<K>, V> Node<K, V> leaningRight(Node<K, V> tree, Node<K, V> right) {
            return right.outranks(tree)
                    ? new Node<>(
                            new Node<>(tree.left, tree.key, tree.value, right.left),
                            right.key,
                            right.value,
                            right.right)
                    : new Node<>(tree.left, tree.key, tree.value, right);
        }

        private static <K extends Comparable<K>, V> @Nullable Node<K, V> joined(
                @Nullable Node<K, V> below, @Nullable Node<K, V> above) {
            if (below == null || above == null) {
                return below == null ? above : below;
            }
            return below.outranks(above)
                    ? new Node<>(below.left, below.key, below.value, joined(below.right, above))
                    : new Node<>(joined(below, above.left), above.key, above.value, above.right);
        }

        private boolean outranks(Node<K, V> other) {
            return rank() > other.rank();
        }

        /** Neighbours among keys, such as 1 and 2, must not be neighbours among ranks. */
        private int rank() {
            int mixed = (key.hashCode() ^ (key.hashCode() >>> 15)) * 0x2C1B3C6D;
            return (mixed ^ (mixed >>> 12)) * 0x297A2D39;
        }
    }
}
