package dev.aludel.dialect.mysql;

import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a default as {@code information_schema.columns} shows it. MySQL shows a literal bare and marks an expression as
 * DEFAULT_GENERATED, with backslashes before its quotes; MariaDB shows everything as SQL.
 */
final class LiveDefault {

    private static final Pattern CLOCK = Pattern.compile(
            "(?:current_timestamp|now|curdate|current_date|curtime|current_time)(?:\\(\\d?\\))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HEXADECIMAL =
            Pattern.compile("convert\\((?:0x|X')([0-9A-Fa-f]*)'? using utf8mb4\\)", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTED = Pattern.compile("(?:_[a-z0-9]+)?'((?:[^'\\\\]|''|\\\\.)*)'", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private static final Set<Simple> CLOCKED =
            Set.of(Simple.DATE, Simple.TIME, Simple.DATETIME, Simple.TIMESTAMP_WITH_ZONE);

    private final ColumnType type;
    private final boolean isMariaDb;

    LiveDefault(ColumnType type, boolean isMariaDb) {
        this.type = type;
        this.isMariaDb = isMariaDb;
    }

    /** The default that is shown as {@code shown}. */
    Optional<Value> read(String shown, String extra) {
        boolean isExpression = isMariaDb || extra.toUpperCase(Locale.ROOT).contains("DEFAULT_GENERATED");
        if (!isExpression) {
            return Optional.of(literal(shown));
        }
        String sql = isMariaDb ? shown : unescaped(shown);
        return sql.equalsIgnoreCase("NULL") ? Optional.empty() : Optional.of(expression(sql));
    }

    private Value expression(String sql) {
        if (CLOCK.matcher(sql).matches() && isClocked()) {
            return Value.currentTimestamp();
        }
        Matcher hexadecimal = HEXADECIMAL.matcher(sql);
        if (hexadecimal.matches()) {
            byte[] bytes = HexFormat.of().parseHex(hexadecimal.group(1));
            return Value.of(new String(bytes, StandardCharsets.UTF_8));
        }
        Matcher quoted = QUOTED.matcher(sql);
        if (quoted.matches()) {
            return Value.of(unescaped(quoted.group(1).replace("''", "'")));
        }
        return NUMBER.matcher(sql).matches() ? literal(sql) : Value.expression(sql);
    }

    private Value literal(String shown) {
        if (type == Simple.BOOLEAN && (shown.equals("0") || shown.equals("1"))) {
            return Value.of(shown.equals("1"));
        }
        if (isClocked() && CLOCK.matcher(shown).matches()) {
            return Value.currentTimestamp();
        }
        boolean numeric = isMariaDb || isNumeric();
        return numeric && NUMBER.matcher(shown).matches() ? Value.of(new BigDecimal(shown)) : Value.of(shown);
    }

    private boolean isNumeric() {
        return type instanceof ColumnType.Decimal
                || type == Simple.SMALL_INTEGER
                || type == Simple.INTEGER
                || type == Simple.BIG_INTEGER
                || type == Simple.BOOLEAN
                || type == Simple.DOUBLE;
    }

    private boolean isClocked() {
        return CLOCKED.contains(type)
                || (type instanceof ColumnType.Native own
                        && own.spelling().toLowerCase(Locale.ROOT).matches("(datetime|timestamp).*"));
    }

    /** The text behind MySQL's backslashes. */
    static String unescaped(String shown) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < shown.length(); index++) {
            char character = shown.charAt(index);
            if (character == '\\' && index + 1 < shown.length()) {
                index++;
                text.append(escaped(shown.charAt(index)));
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }

    private static char escaped(char code) {
        return switch (code) {
            case '0' -> '\0';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'Z' -> '\u001a';
            default -> code;
        };
    }
}
