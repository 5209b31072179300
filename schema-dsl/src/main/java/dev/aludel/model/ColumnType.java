package dev.aludel.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The type of a column, named by what it holds rather than by how one database spells it.
 *
 * <p>Meant for static import: {@code t.column("id", string())}.
 */
public sealed interface ColumnType
        permits ColumnType.Simple,
                ColumnType.VarChar,
                ColumnType.FixedChar,
                ColumnType.Decimal,
                ColumnType.VarBinary,
                ColumnType.SizedText,
                ColumnType.Array,
                ColumnType.Native,
                ColumnType.Respelled,
                EnumType {

    /** Types without parameters. */
    enum Simple implements ColumnType {
        /** Text of any length. */
        TEXT,
        /** A whole number of 16 bits. */
        SMALL_INTEGER,
        /** A whole number of 32 bits. */
        INTEGER,
        /** A whole number of 64 bits. */
        BIG_INTEGER,
        /** True or false. */
        BOOLEAN,
        /** A binary floating point number of 64 bits. */
        DOUBLE,
        /** A calendar date without a time. */
        DATE,
        /** A time of day without a date, to the microsecond. */
        TIME,
        /** A date and time without a zone, to the microsecond; by convention UTC. */
        DATETIME,
        /** An instant, to the microsecond. */
        TIMESTAMP_WITH_ZONE,
        /** A JSON document, kept as it was written where the database can. */
        JSON,
        /** A JSON document in the database's indexable form. */
        JSON_BINARY,
        /** A universally unique identifier. */
        UUID,
        /** Bytes of any length. */
        BINARY
    }

    /**
     * Text of at most {@code length} characters; without a length, of any length where the database has that.
     *
     * @param length characters, at least 1
     */
    record VarChar(Optional<Integer> length) implements ColumnType {
        public VarChar {
            length.ifPresent(characters -> requirePositive(characters, "length"));
        }
    }

    /**
     * Text of exactly {@code length} characters.
     *
     * @param length characters, at least 1
     */
    record FixedChar(int length) implements ColumnType {
        public FixedChar {
            requirePositive(length, "length");
        }
    }

    /**
     * An exact decimal number.
     *
     * @param precision digits in all, at least 1
     * @param scale digits after the point, from 0 to {@code precision}
     */
    record Decimal(int precision, int scale) implements ColumnType {
        public Decimal {
            requirePositive(precision, "precision");
            if (scale < 0 || scale > precision) {
                throw new InvalidSchemaException("a decimal's scale must lie between 0 and its precision %d, but is %d"
                        .formatted(precision, scale));
            }
        }
    }

    /**
     * A type that only one database knows, in that database's own spelling.
     *
     * @param spelling as it stands in the database's DDL, for example {@code "inet"}
     */
    record Native(String spelling) implements ColumnType {}

    /**
     * At most {@code length} bytes, where the database tells lengths of bytes apart.
     *
     * @param length bytes, at least 1
     */
    record VarBinary(int length) implements ColumnType {
        public VarBinary {
            requirePositive(length, "length");
        }
    }

    /**
     * Text of any length, for which the database should make room for at least {@code length} characters.
     *
     * @param length characters, at least 1
     */
    record SizedText(int length) implements ColumnType {
        public SizedText {
            requirePositive(length, "length");
        }
    }

    /** Values of one type in an order. */
    record Array(ColumnType element) implements ColumnType {
        @Override
        public ColumnType on(DialectId dialect) {
            return new Array(element.on(dialect));
        }
    }

    /**
     * A type that some dialects spell in words of the author's own.
     *
     * @param otherwise the type on all other dialects
     * @param spellings as they stand in each dialect's DDL; at least one
     */
    record Respelled(ColumnType otherwise, Map<DialectId, String> spellings) implements ColumnType {
        public Respelled {
            spellings = Collections.unmodifiableMap(new TreeMap<>(spellings));
        }

        @Override
        public ColumnType on(DialectId dialect, String spelling) {
            Map<DialectId, String> more = new TreeMap<>(spellings);
            more.put(dialect, spelling);
            return new Respelled(otherwise, more);
        }

        @Override
        public ColumnType on(DialectId dialect) {
            return new PerDialect<>(spellings, Optional.empty())
                    .on(dialect)
                    .map(ColumnType::nativeType)
                    .orElseGet(() -> otherwise.on(dialect));
        }
    }

    /** This type, on one dialect in words of its own: {@code uuid().on(MYSQL, "BINARY(16)")}. */
    default ColumnType on(DialectId dialect, String spelling) {
        return new Respelled(this, Map.of(dialect, spelling));
    }

    /** What this type is on one dialect: itself, unless it says otherwise there. */
    default ColumnType on(DialectId dialect) {
        return this;
    }

    /** Text without a stated length. */
    static ColumnType string() {
        return new VarChar(Optional.empty());
    }

    /** Text of at most {@code length} characters. */
    static ColumnType string(int length) {
        return new VarChar(Optional.of(length));
    }

    /** Text of exactly {@code length} characters. */
    static ColumnType fixedString(int length) {
        return new FixedChar(length);
    }

    /** Text of any length; on MySQL of up to 65,535 bytes. */
    static ColumnType text() {
        return Simple.TEXT;
    }

    /** Text with room for at least {@code length} characters: on MySQL TEXT, MEDIUMTEXT or LONGTEXT. */
    static ColumnType text(int length) {
        return new SizedText(length);
    }

    /** A whole number of 16 bits. */
    static ColumnType smallInteger() {
        return Simple.SMALL_INTEGER;
    }

    /** A whole number of 32 bits. */
    static ColumnType integer() {
        return Simple.INTEGER;
    }

    /** A whole number of 64 bits. */
    static ColumnType bigInteger() {
        return Simple.BIG_INTEGER;
    }

    /** True or false. */
    static ColumnType bool() {
        return Simple.BOOLEAN;
    }

    /** A binary floating point number of 64 bits. */
    static ColumnType doublePrecision() {
        return Simple.DOUBLE;
    }

    /** An exact number of {@code precision} digits, {@code scale} of them after the point. */
    static ColumnType decimal(int precision, int scale) {
        return new Decimal(precision, scale);
    }

    /** A calendar date. */
    static ColumnType date() {
        return Simple.DATE;
    }

    /** A time of day. */
    static ColumnType time() {
        return Simple.TIME;
    }

    /** A date and time without a zone, to the microsecond. */
    static ColumnType datetime() {
        return Simple.DATETIME;
    }

    /** An instant, to the microsecond. */
    static ColumnType timestampWithZone() {
        return Simple.TIMESTAMP_WITH_ZONE;
    }

    /** A JSON document. */
    static ColumnType json() {
        return Simple.JSON;
    }

    /** A JSON document in the database's indexable form. */
    static ColumnType jsonBinary() {
        return Simple.JSON_BINARY;
    }

    /** A universally unique identifier. */
    static ColumnType uuid() {
        return Simple.UUID;
    }

    /** Bytes of any length. */
    static ColumnType binary() {
        return Simple.BINARY;
    }

    /**
     * One of these words, in this order, by a name that several columns share. Kept in a constant, it creates the enum, and
     * then is the type of columns.
     */
    static EnumType enumeration(String name, String... values) {
        return new EnumType(name, List.of(values));
    }

    /** At most {@code length} bytes. */
    static ColumnType binary(int length) {
        return new VarBinary(length);
    }

    /** Values of one type in an order; PostgreSQL alone has it. */
    static ColumnType array(ColumnType element) {
        return new Array(element);
    }

    /** A type in one database's own spelling. */
    static ColumnType nativeType(String spelling) {
        return new Native(spelling);
    }

    private static void requirePositive(int number, String what) {
        if (number < 1) {
            throw new InvalidSchemaException(
                    "a column type's %s must be at least 1, but is %d".formatted(what, number));
        }
    }
}
