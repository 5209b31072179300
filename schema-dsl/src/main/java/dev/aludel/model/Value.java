package dev.aludel.model;

import java.math.BigDecimal;

/** A value as data: a literal, or one of the few expressions that every database can render. */
public sealed interface Value
        permits Value.Text,
                Value.Numeric,
                Value.Logical,
                Value.Null,
                Value.CurrentTimestamp,
                Value.RunTimeMillis,
                Value.Expression {

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

    /**
     * SQL in the database's own words, passed on untouched.
     *
     * @param sql an expression, without a terminator
     */
    record Expression(String sql) implements Value {}

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
}
