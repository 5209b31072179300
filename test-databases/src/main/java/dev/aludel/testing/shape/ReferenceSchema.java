package dev.aludel.testing.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Schemas that were measured, as files on the class path. */
public final class ReferenceSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode measured;

    private ReferenceSchema(JsonNode measured) {
        this.measured = measured;
    }

    /** The schema in the file {@code resource}, an absolute name on the class path. */
    public static SchemaShape read(String resource) {
        ReferenceSchema schema = new ReferenceSchema(json(resource));
        return new SchemaShape(schema.tables(), schema.objects());
    }

    private Map<String, TableShape> tables() {
        Map<String, TableShape> tables = new LinkedHashMap<>();
        measured.get("tables").properties().forEach(entry -> tables.put(entry.getKey(), table(entry.getValue())));
        return tables;
    }

    private Map<String, String> objects() {
        Map<String, String> objects = new TreeMap<>();
        named("views").forEach((name, view) -> objects.put("view " + name, view.asText()));
        named("enums").forEach((name, values) -> objects.put("enum " + name, String.join(", ", strings(values))));
        named("functions").forEach((name, function) -> objects.put("function " + name, function.asText()));
        measured.path("sequences").forEach(sequence -> objects.put("sequence " + sequence.asText(), ""));
        named("matviews").forEach((name, view) -> {
            objects.put("materialized view " + name, text(view, "definition"));
            view.get("indexes").forEach(index -> objects.put("index " + text(index, "name"), text(index, "def")));
        });
        addTriggers(objects);
        objects.replaceAll((name, definition) -> SchemaShape.oneLine(definition));
        return objects;
    }

    /** PostgreSQL's triggers come as a list, those of the others by name. */
    private void addTriggers(Map<String, String> objects) {
        JsonNode triggers = measured.path("triggers");
        if (triggers.isArray()) {
            triggers.forEach(trigger -> objects.put("trigger " + text(trigger, "name"), text(trigger, "def")));
        } else {
            named("triggers").forEach((name, trigger) -> objects.put("trigger " + name, trigger.asText()));
        }
    }

    private Map<String, JsonNode> named(String kind) {
        Map<String, JsonNode> named = new TreeMap<>();
        measured.path(kind).properties().forEach(entry -> named.put(entry.getKey(), entry.getValue()));
        return named;
    }

    private static TableShape table(JsonNode table) {
        Map<String, ColumnShape> columns = new LinkedHashMap<>();
        table.get("columns").forEach(column -> columns.put(text(column, "name"), column(column)));
        return new TableShape(
                columns,
                key(table.get("pk")),
                list(table.get("fks"), ReferenceSchema::foreignKey),
                list(table.get("uniques"), ReferenceSchema::key),
                list(table.get("checks"), check -> new CheckShape(textOrNull(check.get("name")), text(check, "expr"))),
                list(table.get("indexes"), ReferenceSchema::index),
                textOrNull(table.get("comment")));
    }

    private static ColumnShape column(JsonNode column) {
        return new ColumnShape(
                text(column, "type"),
                column.get("nullable").asBoolean(),
                textOrNull(column.get("default")),
                column.path("extra").asText().contains("auto_increment"),
                textOrNull(column.get("comment")));
    }

    private static KeyShape key(JsonNode key) {
        return new KeyShape(textOrNull(key.get("name")), strings(key.get("columns")));
    }

    private static ForeignKeyShape foreignKey(JsonNode key) {
        return new ForeignKeyShape(
                textOrNull(key.get("name")),
                strings(key.get("columns")),
                text(key, "ref_table"),
                strings(key.get("ref_columns")),
                text(key, "on_delete"),
                text(key, "on_update"));
    }

    private static IndexShape index(JsonNode index) {
        return new IndexShape(
                text(index, "name"),
                list(index.get("columns"), ReferenceSchema::part),
                index.get("unique").asBoolean(),
                index.path("method").asText().toLowerCase(Locale.ROOT),
                textOrNull(index.get("where")));
    }

    /** SQLite names no column for a part that is an expression. */
    private static String part(JsonNode part) {
        String column = Objects.requireNonNullElse(textOrNull(part.get("column")), "(expression)");
        return IndexShape.part(column, part.get("desc").asBoolean());
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

    private static JsonNode json(String resource) {
        try (InputStream file = Objects.requireNonNull(ReferenceSchema.class.getResourceAsStream(resource), resource)) {
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
