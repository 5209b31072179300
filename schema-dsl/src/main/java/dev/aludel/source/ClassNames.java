package dev.aludel.source;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names classes after messages: {@code AddTasksAndFeedback} for {@code add tasks and feedback}. */
final class ClassNames {

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final int LONGEST = 60;

    /** What the source of a revision calls something else. */
    private static final Set<String> TAKEN =
            Set.of("Schema", "Revision", "Header", "RevisionId", "Downgrade", "Override", "String", "Object");

    private ClassNames() {}

    /** A legal name, which is none of {@code used}: a number at its end tells it from them. */
    static String of(String message, Set<String> used) {
        String name = legal(message);
        String free = name;
        for (int number = 2; used.contains(free); number++) {
            free = name + number;
        }
        return free;
    }

    private static String legal(String message) {
        String plain = ACCENT.matcher(Normalizer.normalize(message, Normalizer.Form.NFD))
                .replaceAll("");
        String name = cut(NO_LETTER_OR_DIGIT
                .splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .map(ClassNames::capitalized)
                .collect(Collectors.joining(" ")));
        boolean legal =
                !name.isEmpty() && Character.isJavaIdentifierStart(name.codePointAt(0)) && !TAKEN.contains(name);
        return legal ? name : "Revision" + name;
    }

    /** {@code Json} for {@code JSON}; the rest of other words stays, as in {@code userId}. */
    private static String capitalized(String word) {
        boolean allCapitals = word.equals(word.toUpperCase(Locale.ROOT)) && word.length() > 1;
        String rest = word.substring(1);
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + (allCapitals ? rest.toLowerCase(Locale.ROOT) : rest);
    }

    /** As many whole words as fit. */
    private static String cut(String words) {
        int end = words.length() <= LONGEST ? words.length() : words.lastIndexOf(' ', LONGEST);
        return words.substring(0, end < 0 ? LONGEST : end).replace(" ", "");
    }
}
