package dev.aludel.revision;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Names within messages: quoted, one line each, and never so many or so long that the message drowns. */
final class Text {

    private static final int LONGEST = 80;
    private static final int MOST = 8;

    private Text() {}

    /** {@code name} in double quotes, its invisible characters spelled out, a very long one cut. */
    static String quoted(String name) {
        String shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
        return "\"" + shown.chars().mapToObj(Text::visible).collect(Collectors.joining()) + "\"";
    }

    /** As {@link #quoted(String)}. */
    static String quoted(RevisionId id) {
        return quoted(id.value());
    }

    /** The first names in quotes, separated by commas, and how many more there are. */
    static String list(Collection<?> names) {
        List<String> quoted =
                names.stream().limit(MOST).map(name -> quoted(name.toString())).toList();
        String listed = String.join(", ", quoted);
        return names.size() > MOST ? listed + " and " + (names.size() - MOST) + " more" : listed;
    }

    private static String visible(int character) {
        return Character.isISOControl(character)
                ? "\\u%04x".formatted(character)
                : Character.toString((char) character);
    }
}
