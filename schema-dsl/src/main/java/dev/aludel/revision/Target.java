package dev.aludel.revision;

import dev.aludel.revision.TargetException.Reason;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A target as it was written: {@code [branch@][name][+N|-N]}, of which the name or the steps are there.
 *
 * @param text the whole
 * @param branch what stands before the {@code @}
 * @param name {@code head}, {@code heads}, {@code base}, {@code current}, an id, a prefix of one, or a label
 * @param steps how far from there, or from the current revision; up is positive
 */
record Target(String text, Optional<String> branch, Optional<String> name, Optional<Steps> steps) {

    private static final Pattern GRAMMAR =
            Pattern.compile("(?:(?<branch>[^@:+-]++)@)?+(?<name>[^@:+-]++)?+(?<steps>[+-][0-9]++)?+");

    /** @throws TargetException when {@code text} follows no rule of the grammar */
    static Target parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches() || (matcher.group("name") == null && matcher.group("steps") == null)) {
            throw malformed(text);
        }
        return new Target(
                text,
                Optional.ofNullable(matcher.group("branch")),
                Optional.ofNullable(matcher.group("name")),
                Optional.ofNullable(matcher.group("steps")).map(Steps::parse));
    }

    /** Whether steps are counted from wherever the database stands. */
    boolean startsAtCurrent() {
        return name.isEmpty();
    }

    boolean isNamed(String word) {
        return name.filter(word::equals).isPresent();
    }

    private static TargetException malformed(String text) {
        return new TargetException(
                text,
                Reason.MALFORMED,
                ("%s is not a target. A target is head, heads, base, an id or four characters or more of its beginning, or a"
                                + " branch label; perhaps with a branch before it (label@head), perhaps with steps after it"
                                + " (id+1, label@head-2); or steps alone (+1, -1, label@+1).")
                        .formatted(Text.quoted(text)));
    }

    /**
     * Steps along the lines of the graph.
     *
     * @param text as written, sign first
     * @param count not negative; a number beyond the range of int is cut to it, which leads off every graph alike
     */
    record Steps(String text, boolean up, int count) {

        private static final int MOST_DIGITS = 9;

        static Steps parse(String text) {
            String digits = text.substring(1).replaceFirst("^0++(?=.)", "");
            int count = digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
            return new Steps(text, text.charAt(0) == '+', count);
        }
    }
}
