package dev.aludel.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An index of a table.
 *
 * @param parts at least one, in index order
 * @param unique whether no two rows may agree in all parts
 * @param where SQL that limits the index to some rows
 * @param method how the database keeps it
 * @param included columns that it holds besides its parts, for queries to be answered from it alone
 * @param clauses what stands at the end of its definition, in each dialect's own words; nothing on the others
 */
public record Index(
        String name,
        List<IndexPart> parts,
        boolean unique,
        Optional<String> where,
        IndexMethod method,
        List<String> included,
        PerDialect<String> clauses) {

    public Index {
        Names.require(name, "index");
        if (parts.isEmpty()) {
            throw new InvalidSchemaException("index \"%s\" needs at least one column".formatted(name));
        }
        if (unique && !method.equals(IndexMethod.BTREE)) {
            throw new InvalidSchemaException(
                    "index \"%s\" cannot be unique and use %s: only a btree index can be unique"
                            .formatted(name, method.name()));
        }
        parts = List.copyOf(parts);
        included = List.copyOf(included);
    }

    /** An index without words of a dialect's own. */
    public Index(
            String name,
            List<IndexPart> parts,
            boolean unique,
            Optional<String> where,
            IndexMethod method,
            List<String> included) {
        this(name, parts, unique, where, method, included, new PerDialect<>(Map.of(), Optional.empty()));
    }

    /** A btree index that holds its parts only. */
    public Index(String name, List<IndexPart> parts, boolean unique, Optional<String> where) {
        this(name, parts, unique, where, IndexMethod.BTREE, List.of());
    }

    /** A plain index over {@code columns}, ascending. */
    public static Index of(String name, List<String> columns) {
        return new Index(name, columns.stream().map(IndexPart::column).toList(), false, Optional.empty());
    }

    /** This index under another name. */
    public Index withName(String newName) {
        return new Index(newName, parts, unique, where, method, included, clauses);
    }

    /** What this index is on one dialect. */
    public Index on(DialectId dialect) {
        return new Index(name, parts, unique, where, method, included, clauses.chosen(dialect));
    }

    /** What stands at the end of its definition, on a dialect that {@link #on} has made it for. */
    public Optional<String> clause() {
        return clauses.otherwise();
    }

    /** The columns that it names as such, in index order, those included at the end; not those within expressions. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (IndexPart part : parts) {
            if (!part.isExpression()) {
                columns.add(part.text());
            }
        }
        columns.addAll(included);
        return Collections.unmodifiableList(columns);
    }

    /** This index after its table's column {@code from} was renamed to {@code to}. */
    Index withColumnRenamed(String from, String to) {
        return new Index(
                name,
                parts.stream().map(part -> part.withColumnRenamed(from, to)).toList(),
                unique,
                where.map(condition -> ExpressionText.renameColumn(condition, from, to)),
                method,
                included.stream()
                        .map(column -> column.equals(from) ? to : column)
                        .toList(),
                clauses);
    }

    /** Whether a part, or the condition, names {@code column}, or the index includes it. */
    boolean mentions(String column) {
        return parts.stream().anyMatch(part -> part.mentions(column))
                || included.contains(column)
                || where.filter(condition -> ExpressionText.mentions(condition, column))
                        .isPresent();
    }
}
