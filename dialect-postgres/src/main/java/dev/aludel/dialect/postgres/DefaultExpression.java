package dev.aludel.dialect.postgres;

import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Decimal;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code pg_get_expr} prints for a column's default back into a value. */
final class DefaultExpression {

    /** {@code 'text'::type}, as every constant that isn't a plain number or boolean is printed. */
    private static final Pattern QUOTED =
            Pattern.compile("'((?:[^']|'')*)'::[\\p{L}_\"][\\p{L}\\p{N}_ .\"\\[\\](),]*", Pattern.DOTALL);

    private static final Pattern NULL = Pattern.compile("NULL::.*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private static final Set<ColumnType> NUMERIC =
            Set.of(Simple.SMALL_INTEGER, Simple.INTEGER, Simple.BIG_INTEGER, Simple.DOUBLE);

    /** The clock readings that the compiler writes, as PostgreSQL 13 prints them, and as later ones do. */
    private static final Map<ColumnType, Set<String>> CLOCK = Map.of(
            Simple.TIMESTAMP_WITH_ZONE, Set.of("now()", "CURRENT_TIMESTAMP"),
            Simple.DATETIME, Set.of("timezone('UTC'::text, now())", "(now() AT TIME ZONE 'UTC'::text)"),
            Simple.DATE, Set.of("(timezone('UTC'::text, now()))::date", "((now() AT TIME ZONE 'UTC'::text))::date"),
            Simple.TIME,
                    Set.of(
                            "(timezone('UTC'::text, now()))::time without time zone",
                            "((now() AT TIME ZONE 'UTC'::text))::time without time zone"));

    private final ColumnType type;
    private final String printed;
    private final boolean backslashesDoubled;

    /** {@code backslashesDoubled} where the session's {@code standard_conforming_strings} is off. */
    DefaultExpression(ColumnType type, String printed, boolean backslashesDoubled) {
        this.type = type;
        this.printed = printed;
        this.backslashesDoubled = backslashesDoubled;
    }

    /** The default; empty where it is NULL, which is none. */
    Optional<Value> value() {
        if (NULL.matcher(printed).matches()) {
            return Optional.empty();
        }
        if (isClock()) {
            return Optional.of(Value.currentTimestamp());
        }
        return Optional.of(literal());
    }

    private boolean isClock() {
        boolean ownType = type instanceof ColumnType.Native && printed.equals("now()");
        return ownType || CLOCK.getOrDefault(type, Set.of()).contains(printed);
    }

    private Value literal() {
        Matcher quoted = QUOTED.matcher(printed);
        boolean isQuoted = quoted.matches();
        String text = isQuoted ? unescaped(quoted.group(1)) : printed;
        if (isNumeric() && NUMBER.matcher(text).matches()) {
            return Value.of(new BigDecimal(text));
        }
        if (type == Simple.BOOLEAN && (text.equals("true") || text.equals("false"))) {
            return Value.of(text.equals("true"));
        }
        return isQuoted && !isNumeric() ? Value.of(text) : Value.expression(printed);
    }

    private boolean isNumeric() {
        return NUMERIC.contains(type) || type instanceof Decimal;
    }

    private String unescaped(String quoted) {
        String text = quoted.replace("''", "'");
        return backslashesDoubled ? text.replace("\\\\", "\\") : text;
    }
}
