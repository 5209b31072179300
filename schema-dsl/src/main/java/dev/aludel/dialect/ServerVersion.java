package dev.aludel.dialect;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product and version of a server.
 *
 * @param product as its makers write it: {@code PostgreSQL}, {@code MariaDB}
 */
public record ServerVersion(String product, int major, int minor, int patch) implements Comparable<ServerVersion> {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?.*", Pattern.DOTALL);

    /** Orders by numbers alone: versions of different products don't compare in any useful way. */
    private static final Comparator<ServerVersion> BY_NUMBERS = Comparator.comparingInt(ServerVersion::major)
            .thenComparingInt(ServerVersion::minor)
            .thenComparingInt(ServerVersion::patch);

    /**
     * Reads the numbers at the start of {@code text}, such as {@code 10.11.5-MariaDB}; those that are missing are 0.
     *
     * @throws DialectException when it starts with no number
     */
    public static ServerVersion parse(String product, String text) {
        Matcher numbers = NUMBERS.matcher(text.strip());
        if (!numbers.matches()) {
            throw new DialectException("\"%s\" is no version of %s: a version starts with a number, like 15 or 8.0.36"
                    .formatted(text, product));
        }
        return new ServerVersion(product, number(numbers, 1), number(numbers, 2), number(numbers, 3));
    }

    /** Whether this is version {@code major.minor} or a later one. */
    public boolean isAtLeast(int atLeastMajor, int atLeastMinor) {
        return isAtLeast(atLeastMajor, atLeastMinor, 0);
    }

    /** Whether this is version {@code major.minor.patch} or a later one. */
    public boolean isAtLeast(int atLeastMajor, int atLeastMinor, int atLeastPatch) {
        return compareTo(new ServerVersion(product, atLeastMajor, atLeastMinor, atLeastPatch)) >= 0;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return BY_NUMBERS.compare(this, other);
    }

    /** The product and its numbers, without zeros at the end: {@code PostgreSQL 15.4}. */
    @Override
    public String toString() {
        String numbers = patch > 0 ? "%d.%d.%d".formatted(major, minor, patch) : "%d.%d".formatted(major, minor);
        return product + " " + numbers;
    }

    private static int number(Matcher numbers, int group) {
        return numbers.group(group) == null ? 0 : Integer.parseInt(numbers.group(group));
    }
}
