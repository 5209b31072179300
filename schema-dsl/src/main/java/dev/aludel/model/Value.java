package dev.aludel.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A value as data: a literal, or one of the few expressions that every database can render. */
public sealed interface Value
        permits Value.Text,
                Value.Numeric,
                Value.Logical,
                Value.Null,
                Value.CurrentTimestamp,
                Value.RunTimeMillis,
                Value.GeneratedUuid,
                Value.RandomHex,
                Value.Expression,
                Value.DialectExpression {

    /** A piece of text; the dialect escapes it. */
    record Text(String text) implements Value {}

    /** An exact number. */
    record Numeric(BigDecimal number) implements Value {}

    /** True or false. */
    record Logical(boolean truth) implements Value {}

    /** SQL's NULL. */
    record Null() implements Value {}

    /** The database's clock, in the form that the column's type asks for. */
    record CurrentTimestamp() implements Value {}

    /**
     * The time of the run in milliseconds since 1970-01-01T00:00:00Z: one value for all rows, tables and revisions of a
     * run. An offline script takes it when it starts.
     */
    record RunTimeMillis() implements Value {}

    /** A new UUID for each row, made by the database. */
    record GeneratedUuid() implements Value {}

    /**
     * Random bytes for each row, made by the database, as hexadecimal digits in lower case.
     *
     * @param bytes from 1 to 64: two digits each
     */
    record RandomHex(int bytes) implements Value {
        public RandomHex {
            if (bytes < 1 || bytes > 64) {
                throw new InvalidSchemaException("randomHex(%d) is not from 1 to 64 bytes".formatted(bytes));
            }
        }
    }

    /**
     * SQL in the database's own words, passed on untouched.
     *
     * @param sql an expression, without a terminator
     */
    record Expression(String sql) implements Value {}

    /**
     * SQL in the words of each dialect.
     *
     * @param sql an expression for each dialect, without a terminator
     */
    record DialectExpression(PerDialect<String> sql) implements Value {

        /** This expression, said in another way on one dialect. */
        public DialectExpression on(DialectId dialect, String expression) {
            Map<DialectId, String> more = new TreeMap<>(sql.byDialect());
            more.put(dialect, expression);
            return new DialectExpression(new PerDialect<>(more, sql.otherwise()));
        }

        /** This expression, said in this way on all dialects that aren't named. */
        public DialectExpression otherwise(String expression) {
            return new DialectExpression(new PerDialect<>(sql.byDialect(), Optional.of(expression)));
        }

        @Override
        public Value on(DialectId dialect) {
            return sql.on(dialect).<Value>map(Expression::new).orElse(this);
        }
    }

    /** What this value is on one dialect: itself, unless it says otherwise there. */
    default Value on(DialectId dialect) {
        return this;
    }

    /** Whether the database works it out for each row, so that rows may get different values. */
    default boolean isComputed() {
        return this instanceof Expression
                || this instanceof DialectExpression
                || this instanceof GeneratedUuid
                || this instanceof RandomHex;
    }

    /** A piece of text. */
    static Value of(String text) {
        return new Text(text);
    }

    /** A whole number. */
    static Value of(long number) {
        return new Numeric(BigDecimal.valueOf(number));
    }

    /** An exact number. */
    static Value of(BigDecimal number) {
        return new Numeric(number);
    }

    /** True or false. */
    static Value of(boolean truth) {
        return new Logical(truth);
    }

    /** SQL's NULL. */
    static Value nothing() {
        return new Null();
    }

    /** The database's clock. */
    static Value currentTimestamp() {
        return new CurrentTimestamp();
    }

    /** The time of the run, in milliseconds since 1970-01-01T00:00:00Z. */
    static Value runTimeMillis() {
        return new RunTimeMillis();
    }

    /** SQL in the database's own words. */
    static Value expression(String sql) {
        return new Expression(sql);
    }

    /** SQL in the words of one dialect; others follow with {@code .on(dialect, sql)} and {@code .otherwise(sql)}. */
    static DialectExpression expression(DialectId dialect, String sql) {
        return new DialectExpression(new PerDialect<>(Map.of(dialect, sql), Optional.empty()));
    }

    /** A new UUID for each row, made by the database. */
    static Value generatedUuid() {
        return new GeneratedUuid();
    }

    /** {@code bytes} random bytes for each row, from 1 to 64, as hexadecimal digits in lower case. */
    static Value randomHex(int bytes) {
        return new RandomHex(bytes);
    }
}
