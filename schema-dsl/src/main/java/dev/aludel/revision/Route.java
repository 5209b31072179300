package dev.aludel.revision;

import java.util.List;

/**
 * The way from the rows of a version table to a target.
 *
 * @param moves in the order in which they are to be made; each begins with the rows with which the one before ended;
 *     empty when nothing is to be done
 * @param notes complete sentences that a person should read: why nothing is to be done, which rows are tidied up
 */
public record Route(List<Move> moves, List<String> notes) {

    public Route {
        moves = List.copyOf(moves);
        notes = List.copyOf(notes);
    }

    /** A route about which nothing needs to be said. */
    public Route(List<Move> moves) {
        this(moves, List.of());
    }

    /** Whether nothing is to be done. */
    public boolean isEmpty() {
        return moves.isEmpty();
    }
}
