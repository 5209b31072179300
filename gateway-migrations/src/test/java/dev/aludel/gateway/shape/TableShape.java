package dev.aludel.gateway.shape;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table, without what is free: the order of its columns, and the names of its keys.
 *
 * @param columns by name
 * @param foreignKeys in the order of their text
 * @param indexes in the order of their text; those of keys and constraints are not among them
 */
public record TableShape(
        Map<String, ColumnShape> columns,
        List<String> primaryKey,
        List<ForeignKeyShape> foreignKeys,
        List<List<String>> uniques,
        List<String> checks,
        List<IndexShape> indexes) {

    public TableShape {
        columns = new TreeMap<>(columns);
        primaryKey = List.copyOf(primaryKey);
        foreignKeys = sorted(foreignKeys);
        uniques = sorted(uniques);
        checks = sorted(checks);
        indexes = sorted(indexes);
    }

    private static <T> List<T> sorted(List<T> parts) {
        return parts.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }
}
