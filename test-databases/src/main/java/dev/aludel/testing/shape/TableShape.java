package dev.aludel.testing.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table, without what is free: the order of its columns, and that of its keys.
 *
 * @param columns by name
 * @param indexes those of CREATE INDEX; MySQL's also those of keys and constraints
 * @param comment null where there is none
 */
public record TableShape(
        Map<String, ColumnShape> columns,
        KeyShape primaryKey,
        List<ForeignKeyShape> foreignKeys,
        List<KeyShape> uniques,
        List<CheckShape> checks,
        List<IndexShape> indexes,
        @Nullable String comment) {

    public TableShape {
        columns = new TreeMap<>(columns);
        foreignKeys = sorted(foreignKeys);
        uniques = sorted(uniques);
        checks = sorted(checks);
        indexes = sorted(indexes);
    }

    /** The same table with {@code change} made to each column. */
    public TableShape withColumns(UnaryOperator<ColumnShape> change) {
        Map<String, ColumnShape> changed = new TreeMap<>();
        columns.forEach((name, column) -> changed.put(name, change.apply(column)));
        return new TableShape(changed, primaryKey, foreignKeys, uniques, checks, indexes, comment);
    }

    /** The same table with {@code change} made to each check. */
    public TableShape withChecks(UnaryOperator<CheckShape> change) {
        return new TableShape(columns, primaryKey, foreignKeys, uniques, each(checks, change), indexes, comment);
    }

    /** The same table with other indexes. */
    public TableShape withIndexes(List<IndexShape> others) {
        return new TableShape(columns, primaryKey, foreignKeys, uniques, checks, others, comment);
    }

    /** The same table with another comment. */
    public TableShape withComment(@Nullable String other) {
        return new TableShape(columns, primaryKey, foreignKeys, uniques, checks, indexes, other);
    }

    /** The same table with {@code naming} applied to the name of each key, constraint and index. */
    TableShape withNames(UnaryOperator<@Nullable String> naming) {
        return new TableShape(
                columns,
                primaryKey.withName(naming),
                each(foreignKeys, key -> key.withName(naming)),
                each(uniques, key -> key.withName(naming)),
                each(checks, check -> check.withName(naming)),
                each(indexes, index -> index.withName(naming)),
                comment);
    }

    /** All that it has, a line each; what it has twice, as MySQL indexes may be, says so. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        columns.forEach((name, column) -> lines.add(name + " " + column));
        Stream.of(List.of(primaryKey), foreignKeys, uniques, checks, indexes)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Object::toString, TreeMap::new, Collectors.counting()))
                .forEach((part, times) -> lines.add(times == 1 ? part : part + " x " + times));
        lines.add("comment " + comment);
        return lines;
    }

    private static <T> List<T> each(List<T> parts, Function<T, T> change) {
        return parts.stream().map(change).toList();
    }

    private static <T> List<T> sorted(List<T> parts) {
        return parts.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }
}
