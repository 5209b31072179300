package dev.aludel.testing.shape;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A schema, without the table that keeps the versions.
 *
 * @param tables by name
 * @param objects what isn't a table, by kind and name, as in {@code view hourly_stats}: its definition in the server's own
 *     spelling, with runs of white space as one blank
 */
public record SchemaShape(Map<String, TableShape> tables, Map<String, String> objects) {

    public SchemaShape {
        tables = new TreeMap<>(tables);
        objects = new TreeMap<>(objects);
    }

    /** A schema of nothing. */
    public static SchemaShape empty() {
        return new SchemaShape(Map.of(), Map.of());
    }

    /** The same schema with {@code change} made to each table. */
    public SchemaShape withTables(UnaryOperator<TableShape> change) {
        Map<String, TableShape> changed = new TreeMap<>();
        tables.forEach((name, table) -> changed.put(name, change.apply(table)));
        return new SchemaShape(changed, objects);
    }

    /** The same schema with {@code spelling} applied to the definition of each object. */
    public SchemaShape withObjects(UnaryOperator<String> spelling) {
        Map<String, String> changed = new TreeMap<>();
        objects.forEach((name, definition) -> changed.put(name, spelling.apply(definition)));
        return new SchemaShape(tables, changed);
    }

    /** The same schema with {@code (generated)} for each name of a key, constraint or index that a revision didn't give. */
    public SchemaShape withNamesWhere(Predicate<String> given) {
        return withTables(table -> table.withNames(name -> name != null && given.test(name) ? name : "(generated)"));
    }

    static String oneLine(String definition) {
        return definition.strip().replaceAll("\\s+", " ");
    }
}
