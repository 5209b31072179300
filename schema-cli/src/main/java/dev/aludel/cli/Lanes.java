package dev.aludel.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Draws lines from nodes down to their parents: a lane is a column that waits for the node that its line leads to. Nodes
 * come children first, and each lane runs straight until its node closes it, so that only two kinds of rows beside the
 * nodes' own are needed: lanes that close above a node with several children, and lanes that open below one with several
 * parents.
 *
 * @param <N> what tells nodes apart
 */
final class Lanes<N> {

    private final List<Optional<N>> awaited = new ArrayList<>();

    /**
     * The rows of one node.
     *
     * @param above the row in which the lines of its children meet; empty unless there are several
     * @param own the node's own row
     * @param below the row in which the lines to its parents part; empty unless there are several
     * @param beside a row of nothing but the lines that go on
     */
    record Rows(
            Optional<List<LaneCell>> above,
            List<LaneCell> own,
            Optional<List<LaneCell>> below,
            List<LaneCell> beside) {}

    /**
     * Draws the next node.
     *
     * @param parents those of its parents that are to be drawn, all of them after it
     */
    Rows next(N node, List<N> parents) {
        int lane = lanesOf(node).stream().findFirst().orElseGet(this::free);
        Optional<List<LaneCell>> above = close(node, lane);
        hold(lane, Optional.of(node));
        List<LaneCell> own = row(column -> column == lane ? LaneCell.REVISION : through(column));
        hold(lane, parents.stream().findFirst());
        Optional<List<LaneCell>> below = open(lane, parents);
        trim();
        return new Rows(above, own, below, row(this::through));
    }

    private Optional<List<LaneCell>> close(N node, int lane) {
        NavigableSet<Integer> closing = lanesOf(node);
        closing.remove(lane);
        if (closing.isEmpty()) {
            return Optional.empty();
        }
        List<LaneCell> row = connection(lane, closing, LaneCell.CLOSES, LaneCell.CLOSES_LAST);
        closing.forEach(column -> hold(column, Optional.empty()));
        trim();
        return Optional.of(row);
    }

    private Optional<List<LaneCell>> open(int lane, List<N> parents) {
        NavigableSet<Integer> opening = new TreeSet<>();
        for (N parent : parents.subList(Math.min(1, parents.size()), parents.size())) {
            int column = freeAfter(lane);
            hold(column, Optional.of(parent));
            opening.add(column);
        }
        return opening.isEmpty()
                ? Optional.empty()
                : Optional.of(connection(lane, opening, LaneCell.OPENS, LaneCell.OPENS_LAST));
    }

    /** The row that connects {@code lane} with {@code others}, all of them to its right. */
    private List<LaneCell> connection(int lane, NavigableSet<Integer> others, LaneCell other, LaneCell last) {
        return row(column -> {
            if (column == lane) {
                return LaneCell.FORK;
            }
            if (others.contains(column)) {
                return column == others.last() ? last : other;
            }
            return column > lane && column < others.last() ? crossed(column) : through(column);
        });
    }

    private LaneCell through(int column) {
        return awaited.get(column).isPresent() ? LaneCell.LINE : LaneCell.EMPTY;
    }

    private LaneCell crossed(int column) {
        return awaited.get(column).isPresent() ? LaneCell.BRIDGE : LaneCell.CROSSED;
    }

    private NavigableSet<Integer> lanesOf(N node) {
        NavigableSet<Integer> lanes = new TreeSet<>();
        IntStream.range(0, awaited.size())
                .filter(column -> awaited.get(column).filter(node::equals).isPresent())
                .forEach(lanes::add);
        return lanes;
    }

    private int free() {
        return freeAfter(-1);
    }

    private int freeAfter(int lane) {
        return IntStream.range(lane + 1, awaited.size())
                .filter(column -> awaited.get(column).isEmpty())
                .findFirst()
                .orElse(awaited.size());
    }

    private void hold(int column, Optional<N> node) {
        if (column == awaited.size()) {
            awaited.add(node);
        } else {
            awaited.set(column, node);
        }
    }

    private void trim() {
        while (!awaited.isEmpty() && awaited.get(awaited.size() - 1).isEmpty()) {
            awaited.remove(awaited.size() - 1);
        }
    }

    private List<LaneCell> row(IntFunction<LaneCell> cell) {
        return IntStream.range(0, awaited.size()).mapToObj(cell).toList();
    }
}
