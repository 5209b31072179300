package dev.aludel.gateway.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aludel.testing.DatabaseKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The schemas that were measured after each revision, as files. */
public final class ReferenceSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReferenceSchema() {}

    /** The schema that {@code revision} must leave; without tables for {@code base}. */
    public static SchemaShape after(String revision, DatabaseKind kind) {
        if (revision.equals("base")) {
            return new SchemaShape(Map.of());
        }
        Map<String, TableShape> tables = new LinkedHashMap<>();
        JsonNode measured = read("/reference/%s/%s.json".formatted(kind.dialectId(), revision));
        measured.get("tables").properties().forEach(entry -> tables.put(entry.getKey(), table(entry.getValue())));
        return new SchemaShape(tables);
    }

    private static TableShape table(JsonNode table) {
        Map<String, ColumnShape> columns = new LinkedHashMap<>();
        table.get("columns").forEach(column -> columns.put(text(column, "name"), column(column)));
        return new TableShape(
                columns,
                strings(table.get("pk").get("columns")),
                list(table.get("fks"), ReferenceSchema::foreignKey),
                list(table.get("uniques"), unique -> strings(unique.get("columns"))),
                list(table.get("checks"), check -> text(check, "expr")),
                list(table.get("indexes"), ReferenceSchema::index));
    }

    /** The measured MySQL columns were made as DATETIME; ours keep the digits after the second. */
    private static ColumnShape column(JsonNode column) {
        String type = text(column, "type").equals("datetime") ? "datetime(6)" : text(column, "type");
        return new ColumnShape(type, column.get("nullable").asBoolean(), textOrNull(column.get("default")));
    }

    private static ForeignKeyShape foreignKey(JsonNode key) {
        return new ForeignKeyShape(
                strings(key.get("columns")),
                text(key, "ref_table"),
                strings(key.get("ref_columns")),
                text(key, "on_delete"),
                text(key, "on_update"));
    }

    private static IndexShape index(JsonNode index) {
        List<String> parts = list(
                index.get("columns"),
                part -> IndexShape.part(text(part, "column"), part.get("desc").asBoolean()));
        return IndexShape.of(
                text(index, "name"), parts, index.get("unique").asBoolean(), textOrNull(index.get("where")));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        List<T> elements = new ArrayList<>();
        array.forEach(node -> elements.add(element.apply(node)));
        return elements;
    }

    private static List<String> strings(JsonNode array) {
        return list(array, JsonNode::asText);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }

    private static @Nullable String textOrNull(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asText();
    }

    private static JsonNode read(String resource) {
        try (InputStream file = Objects.requireNonNull(ReferenceSchema.class.getResourceAsStream(resource), resource)) {
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
