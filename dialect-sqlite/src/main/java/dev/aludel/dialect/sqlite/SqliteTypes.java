package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.EnumType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How SQLite spells the types, and reads them back. The words are chosen for their affinity and for readers: SQLite itself
 * keeps any word. Three types share the spelling of another one and are read back as that.
 */
final class SqliteTypes {

    private static final Map<Simple, String> SPELLINGS = spellings();
    private static final Map<String, Simple> READINGS = readings();

    private static final Pattern PARAMETERS = Pattern.compile("([A-Z]+) ?\\( ?(\\d{1,9}) ?(?:, ?(\\d{1,9}) ?)?\\)");

    private static final int UUID_LENGTH = 36;

    private SqliteTypes() {}

    /** The spelling of a type in a CREATE TABLE. */
    static String spelling(ColumnType type) {
        if (type instanceof ColumnType.VarChar text) {
            return text.length().map(length -> "VARCHAR(" + length + ")").orElse("VARCHAR");
        }
        if (type instanceof ColumnType.FixedChar text) {
            return "CHAR(" + text.length() + ")";
        }
        if (type instanceof ColumnType.Decimal decimal) {
            return "NUMERIC(" + decimal.precision() + ", " + decimal.scale() + ")";
        }
        if (type instanceof EnumType words) {
            return "VARCHAR(" + words.longestValue() + ")";
        }
        if (type instanceof ColumnType.VarBinary) {
            return spelling(Simple.BINARY);
        }
        if (type instanceof ColumnType.SizedText) {
            return spelling(Simple.TEXT);
        }
        if (type instanceof ColumnType.Array) {
            throw new UnsupportedOnDialectException(
                    "SQLite has no arrays: use json(), or array(…).on(SQLITE, \"JSON\")");
        }
        if (type instanceof ColumnType.Native own) {
            return own.spelling();
        }
        return spelling((Simple) type);
    }

    /** The spelling of a type in a STRICT table, which knows six words only. */
    static String strictSpelling(ColumnType type) {
        if (type instanceof ColumnType.Native own) {
            return own.spelling();
        }
        if (type == Simple.BOOLEAN) {
            return "INTEGER";
        }
        if (type instanceof ColumnType.Decimal) {
            return "ANY";
        }
        Affinity affinity = Affinity.of(spelling(type));
        return affinity == Affinity.NUMERIC ? "TEXT" : affinity.name();
    }

    /** The type that is spelled so; the database's own where this dialect writes no such spelling. */
    static ColumnType read(String declaredType) {
        String spelling = declaredType.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        if (spelling.equals("VARCHAR")) {
            return ColumnType.string();
        }
        Simple simple = READINGS.get(spelling);
        if (simple != null) {
            return simple;
        }
        return readParameters(spelling).orElseGet(() -> ColumnType.nativeType(declaredType));
    }

    /** What a type is read back as once it was written. */
    static ColumnType stored(ColumnType type) {
        return read(spelling(type));
    }

    /** Whether a live column, declared as {@code declaredType}, is what the model calls {@code type}. */
    static boolean isCompatible(String declaredType, ColumnType type, boolean strict) {
        if (strict) {
            return declaredType.equalsIgnoreCase(strictSpelling(type))
                    || Affinity.of(declaredType) == Affinity.of(strictSpelling(type));
        }
        ColumnType live = read(declaredType);
        if (live instanceof ColumnType.Native || type instanceof ColumnType.Native) {
            return Affinity.of(declaredType) == Affinity.of(spelling(type));
        }
        return family(live).equals(family(type));
    }

    /** Types that hold the same values, by one of them. */
    private static ColumnType family(ColumnType type) {
        ColumnType stored = stored(type);
        if (stored instanceof ColumnType.Decimal) {
            return ColumnType.decimal(1, 0);
        }
        return switch (Affinity.of(spelling(stored))) {
            case TEXT -> Simple.TEXT;
            case INTEGER -> Simple.INTEGER;
            default -> stored;
        };
    }

    private static Optional<ColumnType> readParameters(String spelling) {
        Matcher matcher = PARAMETERS.matcher(spelling);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(2));
        boolean two = matcher.group(3) != null;
        if (matcher.group(1).equals("NUMERIC") && two) {
            int scale = Integer.parseInt(matcher.group(3));
            return first > 0 && scale <= first ? Optional.of(ColumnType.decimal(first, scale)) : Optional.empty();
        }
        if (two || first == 0) {
            return Optional.empty();
        }
        return switch (matcher.group(1)) {
            case "VARCHAR" -> Optional.of(ColumnType.string(first));
            case "CHAR" -> Optional.of(ColumnType.fixedString(first));
            default -> Optional.empty();
        };
    }

    private static String spelling(Simple type) {
        String spelling = SPELLINGS.get(type);
        if (spelling == null) {
            throw new IllegalStateException("no spelling for " + type);
        }
        return spelling;
    }

    private static Map<Simple, String> spellings() {
        Map<Simple, String> spellings = new EnumMap<>(Simple.class);
        spellings.put(Simple.TEXT, "TEXT");
        spellings.put(Simple.SMALL_INTEGER, "SMALLINT");
        spellings.put(Simple.INTEGER, "INTEGER");
        spellings.put(Simple.BIG_INTEGER, "BIGINT");
        spellings.put(Simple.BOOLEAN, "BOOLEAN");
        spellings.put(Simple.DOUBLE, "REAL");
        spellings.put(Simple.DATE, "DATE");
        spellings.put(Simple.TIME, "TIME");
        spellings.put(Simple.DATETIME, "DATETIME");
        spellings.put(Simple.TIMESTAMP_WITH_ZONE, "DATETIME");
        spellings.put(Simple.JSON, "JSON");
        spellings.put(Simple.JSON_BINARY, "JSON");
        spellings.put(Simple.UUID, "CHAR(" + UUID_LENGTH + ")");
        spellings.put(Simple.BINARY, "BLOB");
        return Collections.unmodifiableMap(spellings);
    }

    private static Map<String, Simple> readings() {
        Map<String, Simple> readings = new LinkedHashMap<>();
        SPELLINGS.forEach((type, spelling) -> readings.putIfAbsent(spelling, type));
        readings.remove(SPELLINGS.get(Simple.UUID));
        return Collections.unmodifiableMap(readings);
    }
}
