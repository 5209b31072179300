package dev.aludel.testing.shape;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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

    /** The same schema with only the objects whose kind and name are {@code kept}. */
    public SchemaShape withObjectsWhere(Predicate<String> kept) {
        Map<String, String> remaining = new TreeMap<>(objects);
        remaining.keySet().removeIf(kept.negate());
        return new SchemaShape(tables, remaining);
    }

    /** The same schema with {@code (generated)} for each name of a key, constraint or index that a revision didn't give. */
    public SchemaShape withNamesWhere(Predicate<String> given) {
        return withTables(table -> table.withNames(name -> name != null && given.test(name) ? name : "(generated)"));
    }

    /** What the two don't share, a line each: {@code +} where only this has it, {@code -} where only the other has. */
    public List<String> differencesFrom(SchemaShape other) {
        Set<String> here = lines();
        Set<String> there = other.lines();
        return Stream.concat(
                        here.stream().filter(line -> !there.contains(line)).map("+ "::concat),
                        there.stream().filter(line -> !here.contains(line)).map("- "::concat))
                .toList();
    }

    private Set<String> lines() {
        Set<String> lines = new TreeSet<>();
        tables.forEach((name, table) -> table.lines().forEach(line -> lines.add("table " + name + ": " + line)));
        objects.forEach((name, definition) -> lines.add(name + ": " + definition));
        return lines;
    }

    static String oneLine(String definition) {
        return definition.strip().replaceAll("\\s+", " ");
    }
}
