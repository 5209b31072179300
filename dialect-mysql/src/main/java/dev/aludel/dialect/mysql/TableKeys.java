package dev.aludel.dialect.mysql;

import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.IndexMethod;
import dev.aludel.model.IndexPart;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys and indexes of a live table. To these databases a unique constraint and a unique index are one thing; over plain
 * ascending columns it is read as the constraint. An index that only serves a foreign key belongs to that: it has the
 * foreign key's name or, where the key was made without a name, the first column's.
 *
 * @param servingIndexes by the name of the foreign key
 * @param otherIndexes the columns of the indexes that the model can't say
 */
record TableKeys(
        List<Constraint> constraints,
        List<Index> indexes,
        Map<String, String> servingIndexes,
        Map<String, List<String>> otherIndexes) {

    private static final Set<String> METHODS = Set.of("BTREE", "FULLTEXT", "SPATIAL");

    static TableKeys read(List<Row> indexParts, String table, List<ForeignKey> foreignKeys) {
        Map<String, List<Row>> byName = new LinkedHashMap<>();
        for (Row row : indexParts) {
            byName.computeIfAbsent(row.text("key_name"), name -> new ArrayList<>())
                    .add(row);
        }
        TableKeys keys = new TableKeys(new ArrayList<>(), new ArrayList<>(), new HashMap<>(), new LinkedHashMap<>());
        byName.forEach((name, parts) -> keys.add(table, name, parts, foreignKeys));
        return keys;
    }

    private void add(String table, String name, List<Row> parts, List<ForeignKey> foreignKeys) {
        List<String> columns =
                parts.stream().map(part -> part.text("column_name")).toList();
        boolean unique = parts.get(0).text("non_unique").equals("0");
        if (parts.stream().anyMatch(TableKeys::isOther)) {
            otherIndexes.put(name, columns);
        } else if (name.equals("PRIMARY")) {
            constraints.add(new PrimaryKey(NamingConvention.standard().primaryKey(table), columns));
        } else if (unique && parts.stream().noneMatch(TableKeys::isSpecial)) {
            constraints.add(new UniqueConstraint(name, columns));
        } else {
            Index index = new Index(
                    name,
                    parts.stream().map(TableKeys::part).toList(),
                    unique,
                    Optional.empty(),
                    IndexMethod.of(parts.get(0).text("index_type")),
                    List.of());
            served(index, table, columns, foreignKeys)
                    .ifPresentOrElse(key -> servingIndexes.put(key.name(), name), () -> indexes.add(index));
        }
    }

    private static Optional<ForeignKey> served(
            Index index, String table, List<String> columns, List<ForeignKey> foreignKeys) {
        return foreignKeys.stream()
                .filter(key -> key.columns().equals(columns))
                .filter(key -> index.name().equals(key.name())
                        || (key.name().startsWith(table + "_ibfk_")
                                && index.name().equals(columns.get(0))))
                .findFirst();
    }

    private static IndexPart part(Row row) {
        IndexPart part = row.optional("expression")
                .map(sql -> IndexPart.expression(LiveDefault.unescaped(sql)))
                .orElseGet(() -> IndexPart.column(row.text("column_name")));
        IndexPart limited = prefixLength(row).map(part::withPrefixLength).orElse(part);
        return isDescending(row) ? limited.desc() : limited;
    }

    /** A shape is indexed by the 32 bytes of the rectangle around it, which nobody asked for as a prefix. */
    private static Optional<Integer> prefixLength(Row part) {
        return part.optional("sub_part")
                .filter(length -> part.text("index_type").equals("BTREE"))
                .map(Integer::valueOf);
    }

    private static boolean isSpecial(Row part) {
        return part.optional("expression").isPresent() || isDescending(part);
    }

    /** A full-text index has no direction. */
    private static boolean isDescending(Row part) {
        return part.optional("collation").filter("D"::equals).isPresent();
    }

    /** A hash, or a unique index over parts of columns. */
    private static boolean isOther(Row part) {
        boolean unique = part.text("non_unique").equals("0");
        return !METHODS.contains(part.text("index_type"))
                || (unique && part.optional("sub_part").isPresent());
    }
}
