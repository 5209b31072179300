package dev.aludel.fingerprint;

import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.EnumType;
import java.util.Map;
import java.util.function.Function;

/** The types of columns. */
final class TypeFacts {

    /** Spelled here rather than by the constants' own names, so that one may get a better name some day. */
    private static final Map<Simple, String> SIMPLE = Map.ofEntries(
            Map.entry(Simple.TEXT, "text"),
            Map.entry(Simple.SMALL_INTEGER, "small integer"),
            Map.entry(Simple.INTEGER, "integer"),
            Map.entry(Simple.BIG_INTEGER, "big integer"),
            Map.entry(Simple.BOOLEAN, "boolean"),
            Map.entry(Simple.DOUBLE, "double"),
            Map.entry(Simple.DATE, "date"),
            Map.entry(Simple.TIME, "time"),
            Map.entry(Simple.DATETIME, "datetime"),
            Map.entry(Simple.TIMESTAMP_WITH_ZONE, "timestamp with zone"),
            Map.entry(Simple.JSON, "json"),
            Map.entry(Simple.JSON_BINARY, "json binary"),
            Map.entry(Simple.UUID, "uuid"),
            Map.entry(Simple.BINARY, "binary"));

    private static final Function<ColumnType, Fact> BY_KIND = new FactsByKind<ColumnType>()
            .on(Simple.class, TypeFacts::simple)
            .on(ColumnType.VarChar.class, TypeFacts::varChar)
            .on(ColumnType.FixedChar.class, type -> Fact.of("fixed string " + type.length()))
            .on(ColumnType.Decimal.class, type -> Fact.of("decimal " + type.precision() + " " + type.scale()))
            .on(EnumType.class, TypeFacts::enumeration)
            .on(ColumnType.VarBinary.class, type -> Fact.of("binary " + type.length()))
            .on(ColumnType.SizedText.class, type -> Fact.of("text " + type.length()))
            .on(ColumnType.Array.class, type -> Fact.of("array").with(TypeFacts.of(type.element())))
            .on(ColumnType.Respelled.class, TypeFacts::respelled)
            .on(ColumnType.Native.class, type -> Fact.ofSql("native", type.spelling()))
            .build();

    private TypeFacts() {}

    static Fact of(ColumnType type) {
        return BY_KIND.apply(type).after("type");
    }

    static Fact enumeration(EnumType type) {
        return Fact.of("enum", type.name()).with(type.values().stream().map(value -> Fact.of("value", value)));
    }

    private static Fact simple(Simple type) {
        String spelling = SIMPLE.get(type);
        if (spelling == null) {
            throw new IllegalStateException("no canonical text is known for the column type " + type);
        }
        return Fact.of(spelling);
    }

    private static Fact respelled(ColumnType.Respelled type) {
        return Fact.of("per dialect")
                .with(of(type.otherwise()).after("otherwise"))
                .with(type.spellings().entrySet().stream()
                        .map(entry ->
                                Fact.of("on", entry.getKey().name()).with(Fact.ofSql("native", entry.getValue()))));
    }

    private static Fact varChar(ColumnType.VarChar type) {
        return Fact.of(type.length().map(length -> "string " + length).orElse("string"));
    }
}
