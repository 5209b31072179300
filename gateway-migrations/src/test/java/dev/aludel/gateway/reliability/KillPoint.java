package dev.aludel.gateway.reliability;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A place within a run.
 *
 * @param roundTrip its number, from 1
 */
record KillPoint(int roundTrip, Side side) {

    /** Nowhere. */
    static final KillPoint NONE = new KillPoint(0, Side.BEFORE);

    /** Before each round trip and after the last: what is after one is before the next, for nothing happens in between. */
    static List<KillPoint> all(int roundTrips) {
        return Stream.concat(
                        IntStream.rangeClosed(1, roundTrips).mapToObj(number -> new KillPoint(number, Side.BEFORE)),
                        Stream.of(new KillPoint(roundTrips, Side.AFTER)))
                .toList();
    }
}
