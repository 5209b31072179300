package dev.aludel.testing.random;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.decimal;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.jsonBinary;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static java.util.Objects.requireNonNull;

import dev.aludel.model.ColumnType;
import dev.aludel.model.EnumType;
import dev.aludel.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of columns that are drawn, and a value of each. */
final class Types {

    private static final Map<ColumnType, Value> DEFAULTS = Map.of(
            integer(), Value.of(7),
            bigInteger(), Value.of(-8),
            string(30), Value.of("it's"),
            decimal(10, 2), Value.of(3),
            bool(), Value.of(true),
            datetime(), Value.of("2025-01-02 03:04:05.678000"));

    /** The types of which a column may have a default, always in the same order. */
    static final List<ColumnType> WITH_DEFAULT = DEFAULTS.keySet().stream()
            .sorted((some, other) -> some.toString().compareTo(other.toString()))
            .toList();

    /** The others. */
    static final List<ColumnType> WITHOUT_DEFAULT = List.of(text(), jsonBinary());

    private Types() {}

    /** A default of the type. */
    static Optional<Value> defaultOf(ColumnType type) {
        return type instanceof EnumType values
                ? Optional.of(Value.of(values.values().get(0)))
                : Optional.ofNullable(DEFAULTS.get(type));
    }

    /** A value of the type; a text's is one that an enum has, since it may be an enum again on the way down. */
    static Value valueOf(ColumnType type) {
        return type.equals(text())
                ? Value.of("plain")
                : requireNonNull(defaultOf(type).orElse(Value.of("{}")));
    }

    /** A type that takes every value of another. */
    static ColumnType wider(ColumnType type) {
        return type.equals(integer()) ? bigInteger() : type.equals(string(30)) ? string(60) : text();
    }
}
