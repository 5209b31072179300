package dev.aludel.revision;

import java.util.Optional;
import java.util.stream.Stream;

/** Finds the name that was probably meant. */
final class Nearest {

    private Nearest() {}

    /**
     * The candidate that the fewest insertions, deletions, replacements and swaps of neighbours make of {@code typed}, if
     * they are few; the first of several in the order of strings.
     */
    static Optional<String> to(String typed, Stream<String> candidates) {
        int limit = typed.length() <= 3 ? 1 : typed.length() <= 8 ? 2 : 3;
        return candidates
                .filter(candidate -> Math.abs(candidate.length() - typed.length()) <= limit)
                .map(candidate -> new Guess(candidate, distance(typed, candidate)))
                .filter(guess -> guess.distance <= limit && guess.distance < typed.length())
                .min((one, other) -> one.distance != other.distance
                        ? Integer.compare(one.distance, other.distance)
                        : one.name.compareTo(other.name))
                .map(Guess::name);
    }

    /** The optimal string alignment distance, in the memory of three rows. */
    private static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (areSwapped(one, i, other, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[other.length()];
    }

    private static boolean areSwapped(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }

    private record Guess(String name, int distance) {}
}
