package dev.aludel.fingerprint;

import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.EnumType;
import java.util.Map;

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

    private TypeFacts() {}

    static Fact of(ColumnType type) {
        return kind(type).after("type");
    }

    private static Fact kind(ColumnType type) {
        if (type instanceof Simple simple) {
            return simple(simple);
        }
        if (type instanceof ColumnType.VarChar text) {
            return varChar(text);
        }
        if (type instanceof ColumnType.FixedChar text) {
            return Fact.of("fixed string " + text.length());
        }
        if (type instanceof ColumnType.Decimal decimal) {
            return Fact.of("decimal " + decimal.precision() + " " + decimal.scale());
        }
        if (type instanceof EnumType enumeration) {
            return enumeration(enumeration);
        }
        if (type instanceof ColumnType.VarBinary binary) {
            return Fact.of("binary " + binary.length());
        }
        if (type instanceof ColumnType.SizedText text) {
            return Fact.of("text " + text.length());
        }
        if (type instanceof ColumnType.Array array) {
            return Fact.of("array").with(of(array.element()));
        }
        if (type instanceof ColumnType.Respelled respelled) {
            return respelled(respelled);
        }
        if (type instanceof ColumnType.Native spelled) {
            return Fact.ofSql("native", spelled.spelling());
        }
        throw Fact.unknown(type);
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
