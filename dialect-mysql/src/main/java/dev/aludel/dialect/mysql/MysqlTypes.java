package dev.aludel.dialect.mysql;

import static java.util.Map.entry;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.EnumType;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of the model and those of MySQL and MariaDB. */
final class MysqlTypes {

    /** What {@code string()} without a length becomes, and back. */
    private static final int DEFAULT_LENGTH = 255;

    private static final Map<Simple, String> SPELLING = Map.ofEntries(
            entry(Simple.TEXT, "TEXT"),
            entry(Simple.SMALL_INTEGER, "SMALLINT"),
            entry(Simple.INTEGER, "INT"),
            entry(Simple.BIG_INTEGER, "BIGINT"),
            entry(Simple.BOOLEAN, "BOOLEAN"),
            entry(Simple.DOUBLE, "DOUBLE"),
            entry(Simple.DATE, "DATE"),
            entry(Simple.TIME, "TIME(6)"),
            entry(Simple.DATETIME, "DATETIME(6)"),
            // TIMESTAMP ends in 2038, and converts by the session's zone.
            entry(Simple.TIMESTAMP_WITH_ZONE, "DATETIME(6)"),
            entry(Simple.JSON, "JSON"),
            entry(Simple.JSON_BINARY, "JSON"),
            entry(Simple.UUID, "CHAR(36)"),
            entry(Simple.BINARY, "LONGBLOB"));

    /** As {@code information_schema.columns.column_type} spells them; MariaDB adds display widths to integers. */
    private static final Map<String, ColumnType> BY_COLUMN_TYPE = Map.ofEntries(
            entry("text", Simple.TEXT),
            entry("smallint", Simple.SMALL_INTEGER),
            entry("int", Simple.INTEGER),
            entry("bigint", Simple.BIG_INTEGER),
            entry("tinyint(1)", Simple.BOOLEAN),
            entry("double", Simple.DOUBLE),
            entry("date", Simple.DATE),
            entry("time(6)", Simple.TIME),
            entry("datetime(6)", Simple.DATETIME),
            entry("json", Simple.JSON),
            entry("char(36)", Simple.UUID),
            entry("longblob", Simple.BINARY),
            entry("varchar(255)", ColumnType.string()));

    private static final Pattern DISPLAY_WIDTH = Pattern.compile("^(smallint|int|bigint)\\(\\d+\\)$");
    private static final Pattern PARAMETERS =
            Pattern.compile("^(varchar|varbinary|char|decimal)\\((\\d+)(?:,(\\d+))?\\)$");

    /** A row's 65,535 bytes hold so many characters of utf8mb4; MySQL 8.4 manual, section 10.4.7. */
    private static final int MAX_VARCHAR = 16_383;

    private static final int MAX_CHAR = 255;

    /** A row's 65,535 bytes, less the two that hold the length. */
    private static final int MAX_VARBINARY = 65_533;

    private static final long MAX_BYTES_OF_CHARACTER = 4;

    /** The bytes that TEXT and MEDIUMTEXT hold; MySQL 8.4 manual, section 13.7. */
    private static final long MAX_TEXT = 65_535;

    private static final long MAX_MEDIUMTEXT = 16_777_215;
    private static final int MAX_PRECISION = 65;
    private static final int MAX_SCALE = 30;

    private MysqlTypes() {}

    /** How DDL spells a type. */
    static String spelling(ColumnType type) {
        if (type instanceof ColumnType.VarChar varChar) {
            int length = varChar.length().orElse(DEFAULT_LENGTH);
            return "VARCHAR(" + atMost(MAX_VARCHAR, length, "a string's length", "use text() instead") + ")";
        }
        if (type instanceof ColumnType.FixedChar fixed) {
            return "CHAR(%d)"
                    .formatted(atMost(MAX_CHAR, fixed.length(), "a fixed string's length", "use string(n) instead"));
        }
        if (type instanceof ColumnType.Decimal decimal) {
            atMost(MAX_PRECISION, decimal.precision(), "a decimal's precision", "choose a smaller one");
            atMost(MAX_SCALE, decimal.scale(), "a decimal's scale", "choose a smaller one");
            return "DECIMAL(%d,%d)".formatted(decimal.precision(), decimal.scale());
        }
        if (type instanceof EnumType words) {
            return EnumSpelling.of(words);
        }
        if (type instanceof ColumnType.VarBinary binary) {
            return "VARBINARY(%d)"
                    .formatted(atMost(MAX_VARBINARY, binary.length(), "a number of bytes", "use binary() instead"));
        }
        if (type instanceof ColumnType.SizedText text) {
            return sizedText(text.length() * MAX_BYTES_OF_CHARACTER);
        }
        if (type instanceof ColumnType.Array) {
            throw new UnsupportedOnDialectException("MySQL has no arrays: use json(), or array(…).on(MYSQL, \"JSON\")");
        }
        if (type instanceof ColumnType.Native own) {
            return own.spelling();
        }
        return spellingOf((Simple) type);
    }

    /** The type that {@code information_schema} spells {@code columnType}. */
    static ColumnType parse(String columnType) {
        String spelled = columnType.toLowerCase(Locale.ROOT);
        String plain = DISPLAY_WIDTH.matcher(spelled).replaceFirst("$1");
        ColumnType known = BY_COLUMN_TYPE.get(plain);
        if (known != null) {
            return known;
        }
        Matcher parameters = PARAMETERS.matcher(plain);
        return parameters.matches() ? parametrized(parameters) : ColumnType.nativeType(columnType);
    }

    private static ColumnType parametrized(Matcher parameters) {
        int first = Integer.parseInt(parameters.group(2));
        return switch (parameters.group(1)) {
            case "varchar" -> ColumnType.string(first);
            case "varbinary" -> ColumnType.binary(first);
            case "char" -> ColumnType.fixedString(first);
            default -> ColumnType.decimal(first, Integer.parseInt(parameters.group(3)));
        };
    }

    private static String sizedText(long bytes) {
        if (bytes <= MAX_TEXT) {
            return spellingOf(Simple.TEXT);
        }
        return bytes <= MAX_MEDIUMTEXT ? "MEDIUMTEXT" : "LONGTEXT";
    }

    private static String spellingOf(Simple type) {
        String spelling = SPELLING.get(type);
        if (spelling == null) {
            throw new UnsupportedOnDialectException("the type %s has no spelling on MySQL".formatted(type));
        }
        return spelling;
    }

    private static int atMost(int limit, int asked, String what, String advice) {
        if (asked > limit) {
            throw new UnsupportedOnDialectException(
                    "MySQL takes %s up to %d, not %d: %s".formatted(what, limit, asked, advice));
        }
        return asked;
    }
}
