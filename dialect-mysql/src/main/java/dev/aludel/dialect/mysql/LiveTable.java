package dev.aludel.dialect.mysql;

import dev.aludel.model.Index;
import dev.aludel.model.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as it is in the database, or as the model says it is where no database is connected.
 *
 * @param isAssumed whether nobody looked at a database
 * @param table what the model can say of it; an index that serves a foreign key alone, made by the server, is not in it
 * @param attributes by column, what the model can't say
 * @param servingIndexes the indexes that the server made for foreign keys, by the name of the foreign key
 * @param otherIndexes the columns of the indexes that the model can't say: prefixes, full text, and the like
 * @param updateTriggers the names of the triggers that an update of a row fires; none where none is made
 */
record LiveTable(
        boolean isAssumed,
        Table table,
        Map<String, ColumnAttributes> attributes,
        Map<String, String> servingIndexes,
        Map<String, List<String>> otherIndexes,
        List<String> updateTriggers) {

    /** The table as the model says. */
    static LiveTable assumed(Table table) {
        return new LiveTable(true, table, Map.of(), Map.of(), Map.of(), List.of());
    }

    ColumnAttributes attributes(String column) {
        return attributes.getOrDefault(column, ColumnAttributes.NONE);
    }

    boolean hasIndex(String name) {
        return table.findIndex(name).isPresent()
                || table.findConstraint(name).isPresent()
                || otherIndexes.containsKey(name)
                || servingIndexes.containsValue(name);
    }

    /** The index that the server made for a foreign key; in MySQL and MariaDB it takes the key's name. */
    Optional<String> servingIndex(String foreignKey) {
        return isAssumed ? Optional.of(foreignKey) : Optional.ofNullable(servingIndexes.get(foreignKey));
    }

    /** The indexes that {@code known} doesn't have. */
    List<Index> indexesUnknownTo(Table known) {
        return table.indexes().stream()
                .filter(index -> known.findIndex(index.name()).isEmpty())
                .filter(index -> known.findConstraint(index.name()).isEmpty())
                .toList();
    }
}
