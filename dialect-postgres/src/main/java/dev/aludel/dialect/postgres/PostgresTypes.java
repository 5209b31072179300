package dev.aludel.dialect.postgres;

import static java.util.Map.entry;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.EnumType;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of the model and those of PostgreSQL, each spelled in the short form on the way in. */
final class PostgresTypes {

    private static final Map<Simple, String> SPELLING = Map.ofEntries(
            entry(Simple.TEXT, "text"),
            entry(Simple.SMALL_INTEGER, "smallint"),
            entry(Simple.INTEGER, "integer"),
            entry(Simple.BIG_INTEGER, "bigint"),
            entry(Simple.BOOLEAN, "boolean"),
            entry(Simple.DOUBLE, "double precision"),
            entry(Simple.DATE, "date"),
            entry(Simple.TIME, "time"),
            entry(Simple.DATETIME, "timestamp"),
            entry(Simple.TIMESTAMP_WITH_ZONE, "timestamptz"),
            entry(Simple.JSON, "json"),
            entry(Simple.JSON_BINARY, "jsonb"),
            entry(Simple.UUID, "uuid"),
            entry(Simple.BINARY, "bytea"));

    /** What {@code format_type} calls the types that take no parameter, or have none. */
    private static final Map<String, ColumnType> BY_FORMAT = Map.ofEntries(
            entry("text", Simple.TEXT),
            entry("smallint", Simple.SMALL_INTEGER),
            entry("integer", Simple.INTEGER),
            entry("bigint", Simple.BIG_INTEGER),
            entry("boolean", Simple.BOOLEAN),
            entry("double precision", Simple.DOUBLE),
            entry("date", Simple.DATE),
            entry("time without time zone", Simple.TIME),
            entry("timestamp without time zone", Simple.DATETIME),
            entry("timestamp with time zone", Simple.TIMESTAMP_WITH_ZONE),
            entry("json", Simple.JSON),
            entry("jsonb", Simple.JSON_BINARY),
            entry("uuid", Simple.UUID),
            entry("bytea", Simple.BINARY),
            entry("character varying", ColumnType.string()));

    private static final Pattern PARAMETERS =
            Pattern.compile("(character varying|character|numeric)\\((\\d+)(?:,(-?\\d+))?\\)");

    /** The manual, section 8.3: "n" of a character type is at most 10,485,760. */
    private static final int MAX_LENGTH = 10_485_760;

    /** The manual, section 8.1.2: a declared precision is at most 1,000. */
    private static final int MAX_PRECISION = 1_000;

    private PostgresTypes() {}

    /** How DDL spells a type; an enum's name still needs its quotes. */
    static String spelling(ColumnType type) {
        if (type instanceof ColumnType.VarChar varChar) {
            return varChar.length()
                    .map(length -> "varchar(" + atMost(MAX_LENGTH, length, "length") + ")")
                    .orElse("varchar");
        }
        if (type instanceof ColumnType.FixedChar fixed) {
            return "char(" + atMost(MAX_LENGTH, fixed.length(), "length") + ")";
        }
        if (type instanceof ColumnType.Decimal decimal) {
            return "numeric(%d,%d)".formatted(atMost(MAX_PRECISION, decimal.precision(), "precision"), decimal.scale());
        }
        if (type instanceof EnumType enumeration) {
            return enumeration.name();
        }
        if (type instanceof ColumnType.VarBinary) {
            return spellingOf(Simple.BINARY);
        }
        if (type instanceof ColumnType.SizedText) {
            return spellingOf(Simple.TEXT);
        }
        if (type instanceof ColumnType.Array array) {
            return spelling(array.element()) + "[]";
        }
        if (type instanceof ColumnType.Native own) {
            return own.spelling();
        }
        return spellingOf((Simple) type);
    }

    /** The type that {@code format_type} printed as {@code formatted}. */
    static ColumnType parse(String formatted) {
        ColumnType plain = BY_FORMAT.get(formatted);
        if (plain != null) {
            return plain;
        }
        if (formatted.endsWith("[]")) {
            return ColumnType.array(parse(formatted.substring(0, formatted.length() - 2)));
        }
        Matcher parameters = PARAMETERS.matcher(formatted);
        return parameters.matches() ? parametrized(parameters, formatted) : ColumnType.nativeType(formatted);
    }

    private static ColumnType parametrized(Matcher parameters, String formatted) {
        int first = Integer.parseInt(parameters.group(2));
        return switch (parameters.group(1)) {
            case "character varying" -> ColumnType.string(first);
            case "character" -> ColumnType.fixedString(first);
            default -> decimal(first, Integer.parseInt(parameters.group(3)), formatted);
        };
    }

    /** Since PostgreSQL 15 a scale may be negative, or exceed the precision; the model knows neither. */
    private static ColumnType decimal(int precision, int scale, String formatted) {
        return scale < 0 || scale > precision ? ColumnType.nativeType(formatted) : ColumnType.decimal(precision, scale);
    }

    private static String spellingOf(Simple type) {
        String spelling = SPELLING.get(type);
        if (spelling == null) {
            throw new UnsupportedOnDialectException("the type %s has no spelling on PostgreSQL".formatted(type));
        }
        return spelling;
    }

    private static int atMost(int limit, int asked, String what) {
        if (asked > limit) {
            throw new UnsupportedOnDialectException(
                    "PostgreSQL takes a type's %s up to %d, not %d".formatted(what, limit, asked));
        }
        return asked;
    }
}
