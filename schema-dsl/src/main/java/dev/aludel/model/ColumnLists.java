package dev.aludel.model;

import java.util.HashSet;
import java.util.List;

/** Lists of column names, as keys and indexes hold them. */
final class ColumnLists {

    private ColumnLists() {}

    static List<String> require(List<String> columns, String what, String name) {
        if (columns.isEmpty()) {
            throw new InvalidSchemaException("%s \"%s\" needs at least one column".formatted(what, name));
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new InvalidSchemaException("%s \"%s\" names a column twice: %s".formatted(what, name, columns));
        }
        return List.copyOf(columns);
    }

    static List<String> renamed(List<String> columns, String from, String to) {
        return columns.stream().map(column -> column.equals(from) ? to : column).toList();
    }
}
