package dev.aludel.log;

import java.util.Optional;

/**
 * What the log says of a whole run.
 *
 * @param who does it, as {@code user@host}
 * @param tool what does it, with its version
 * @param tag what the caller says of it
 */
public record Run(String who, String tool, Optional<String> tag) {

    private static final int WHO_LENGTH = 255;

    public Run {
        who = cut(who);
        tag = tag.map(Run::cut);
    }

    /** A run of this program by the operating system's user. */
    public static Run ofThisProcess(Optional<String> tag) {
        String host = Optional.ofNullable(System.getenv("HOSTNAME"))
                .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                .map(name -> "@" + name)
                .orElse("");
        return new Run(System.getProperty("user.name", "unknown") + host, ToolVersion.text(), tag);
    }

    /** A script that somebody runs later; without a version, so that a new one doesn't change the script. */
    public static Run ofScript() {
        return new Run("offline script", "aludel", Optional.empty());
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= WHO_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, WHO_LENGTH));
    }
}
