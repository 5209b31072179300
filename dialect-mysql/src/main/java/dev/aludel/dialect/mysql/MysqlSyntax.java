package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.sql.IdentifierTooLongException;
import dev.aludel.sql.Lexicon;
import dev.aludel.sql.Lexicon.Habit;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names and literals as MySQL and MariaDB read them, whatever {@code sql_mode} and the connection's character set are.
 *
 * <p>Names stand in backticks, which mean the same with and without {@code ANSI_QUOTES}. Text that holds anything but
 * printable ASCII, or a backslash, is written in hexadecimal: nothing on its way to the server then reads it otherwise.
 */
final class MysqlSyntax extends Syntax {

    private static final Lexicon LEXICON = Lexicon.of(Habit.BACKSLASH_ESCAPES, Habit.HASH_COMMENTS);

    /** MySQL 8.4 manual, section 11.2.1, and the same in MariaDB's. */
    private static final int NAME_LIMIT_IN_CHARACTERS = 64;

    /** Error 1103 for a table, 1166 for a column. */
    private static final Pattern ENDS_IN_BLANK = Pattern.compile("[\\t-\\r ]\\z");

    @Override
    protected String quoted(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    @Override
    protected String textLiteral(String text) {
        return isPlain(text) ? "'" + text.replace("'", "''") + "'" : "_utf8mb4 X'" + hexadecimal(text) + "'";
    }

    /**
     * Text as an expression that the server keeps and prints as it is: MariaDB 10.11.5 writes a default's or a check's
     * {@code _utf8mb4 X'5C'} into the table as a string without its escapes, and can't read the table afterwards; MySQL
     * shows characters above U+FFFF as question marks, and writes {@code 'it''s'} with a backslash, which it can't read
     * again in a session with {@code NO_BACKSLASH_ESCAPES}.
     */
    Sql storedExpression(String text) {
        return isPlain(text) && text.indexOf('\'') < 0
                ? Sql.raw(textLiteral(text))
                : Sql.raw("CONVERT(X'" + hexadecimal(text) + "' USING utf8mb4)");
    }

    /** Whether every server and client reads {@code text} alike between single quotes. */
    static boolean isPlain(String text) {
        return text.chars().allMatch(character -> character >= ' ' && character <= '~' && character != '\\');
    }

    @Override
    public Lexicon lexicon() {
        return LEXICON;
    }

    @Override
    protected boolean isReserved(String lowerCaseWord) {
        return ReservedWords.contains(lowerCaseWord);
    }

    @Override
    protected int plainNameLimit() {
        return NAME_LIMIT_IN_CHARACTERS;
    }

    @Override
    protected void requireFits(String identifier) {
        if (identifier.codePointCount(0, identifier.length()) > NAME_LIMIT_IN_CHARACTERS) {
            throw new IdentifierTooLongException(identifier, "MySQL", NAME_LIMIT_IN_CHARACTERS + " characters");
        }
        if (hasSurrogates(identifier)) {
            throw new UnsupportedOnDialectException(
                    "the name \"%s\" holds a character above U+FFFF, which MySQL cannot keep in a name"
                            .formatted(identifier));
        }
        if (ENDS_IN_BLANK.matcher(identifier).find()) {
            throw new UnsupportedOnDialectException(
                    "the name \"%s\" ends in a blank, which MySQL refuses".formatted(identifier));
        }
    }

    private static String hexadecimal(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new UnsupportedOnDialectException(
                    "MySQL cannot store half of a surrogate pair, which stands in \"%s\"".formatted(text));
        }
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)).toUpperCase(Locale.ROOT);
    }
}
