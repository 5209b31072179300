package dev.aludel.gateway.reliability;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The part of the kill matrix that a build runs: {@code -Daludel.kill.part=3/12}, or {@code all}; a random one of
 * {@value #PARTS} unless told otherwise.
 *
 * @param number from 1
 * @param of how many parts there are
 */
record Part(int number, int of) {

    private static final int PARTS = 12;

    private static final Part CHOSEN = chosen();

    /** The same one during the whole life of this JVM, and said once. */
    static Part ofThisBuild() {
        return CHOSEN;
    }

    boolean isWhole() {
        return of == 1;
    }

    /** Every so many of them, so that each part has some of everything. */
    <T> List<T> of(List<T> all) {
        return IntStream.range(0, all.size())
                .filter(index -> index % of == number - 1)
                .mapToObj(all::get)
                .toList();
    }

    private static Part chosen() {
        String property = System.getProperty("aludel.kill.part", "");
        Part part =
                property.isEmpty() ? new Part(ThreadLocalRandom.current().nextInt(PARTS) + 1, PARTS) : parse(property);
        System.err.printf("Kill matrix: -Daludel.kill.part=%d/%d%n", part.number, part.of);
        return part;
    }

    private static Part parse(String text) {
        if (text.equals("all")) {
            return new Part(1, 1);
        }
        String[] numbers = text.split("/", -1);
        return new Part(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }
}
