package dev.aludel.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDBC URL, which may hold a user and a password in any of the drivers' ways, and is shown without them.
 *
 * @param text as its user wrote it
 */
record JdbcUrl(String text) {

    /** {@code //user:password@host}: up to the last {@code @} before the path, for a password may hold one too. */
    private static final Pattern USER_INFO = Pattern.compile("//[^/?;]*@");

    /** Parameters, whose names differ from driver to driver, begin at the first of these. */
    private static final Pattern PARAMETERS = Pattern.compile("[?;].*", Pattern.DOTALL);

    /** {@code (host=…,password=…)} and {@code address=(password=…)}, as MySQL's driver takes them. */
    private static final Pattern CREDENTIAL =
            Pattern.compile("(?i)((?:user|password)\\s*=)[^,)]*", Pattern.UNICODE_CASE);

    /** The URL without user, password and parameters. */
    @Override
    public String toString() {
        String withoutParameters = PARAMETERS.matcher(text).replaceFirst("");
        String withoutUserInfo = USER_INFO.matcher(withoutParameters).replaceFirst("//");
        return CREDENTIAL.matcher(withoutUserInfo).replaceAll("$1…");
    }

    /** {@code message} with this URL in its safe form, and without user and password where a driver took them for a host. */
    String redact(String message) {
        Matcher userInfo = USER_INFO.matcher(text);
        String withoutUrl = message.replace(text, toString());
        return userInfo.find() ? withoutUrl.replace(userInfo.group().substring(2), "") : withoutUrl;
    }
}
