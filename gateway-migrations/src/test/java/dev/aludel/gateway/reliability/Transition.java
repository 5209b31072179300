package dev.aludel.gateway.reliability;

import dev.aludel.gateway.ConvertTimestampsToEpoch;
import dev.aludel.gateway.Gateway;
import dev.aludel.revision.Direction;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One revision applied or taken back.
 *
 * @param from where the database stands before, such as {@code base}
 * @param to where it stands afterwards
 */
record Transition(Direction direction, String from, String to) {

    /** All revisions up, then all down. */
    static List<Transition> all() {
        List<String> places = Gateway.PLACES;
        int last = places.size() - 1;
        return Stream.concat(
                        IntStream.range(0, last)
                                .mapToObj(i -> new Transition(Direction.UPGRADE, places.get(i), places.get(i + 1))),
                        IntStream.range(0, last)
                                .mapToObj(i -> new Transition(
                                        Direction.DOWNGRADE, places.get(last - i), places.get(last - i - 1))))
                .toList();
    }

    /** The one that turns dates into milliseconds: it changes every row. */
    static Transition conversion() {
        return all().stream()
                .filter(transition -> transition.to().equals(ConvertTimestampsToEpoch.ID.value()))
                .findFirst()
                .orElseThrow();
    }

    /** The revision at hand. */
    String revision() {
        return direction == Direction.UPGRADE ? to : from;
    }

    @Override
    public String toString() {
        return "%s %s".formatted(direction.name().toLowerCase(Locale.ROOT), revision());
    }
}
