package dev.aludel.dialect;

import java.util.regex.Pattern;

/** Another session's query as a message may show it: on one line, cut where it is long, and free of passwords. */
public final class ShownQuery {

    private static final int LENGTH = 200;

    /** Words of statements that set passwords, and of functions that take them. */
    private static final Pattern SECRET = Pattern.compile(
            "password|passwd|secret|credential|identified\\s+(by|with|via|as)", Pattern.CASE_INSENSITIVE);

    private ShownQuery() {}

    /** The query's text, or words that say why it is not shown. */
    public static String of(String query) {
        String line = query.strip().replaceAll("\\s+", " ");
        if (SECRET.matcher(line).find()) {
            return "(not shown, since it may hold a password)";
        }
        return line.length() > LENGTH ? line.substring(0, LENGTH) + "…" : line;
    }
}
