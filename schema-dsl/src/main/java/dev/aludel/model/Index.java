package dev.aludel.model;

import java.util.List;
import java.util.Optional;

/**
 * An index of a table.
 *
 * @param parts at least one, in index order
 * @param unique whether no two rows may agree in all parts
 * @param where SQL that limits the index to some rows
 */
public record Index(String name, List<IndexPart> parts, boolean unique, Optional<String> where) {

    public Index {
        Names.require(name, "index");
        if (parts.isEmpty()) {
            throw new InvalidSchemaException("index \"%s\" needs at least one column".formatted(name));
        }
        parts = List.copyOf(parts);
    }

    /** A plain index over {@code columns}, ascending. */
    public static Index of(String name, List<String> columns) {
        return new Index(name, columns.stream().map(IndexPart::column).toList(), false, Optional.empty());
    }

    /** This index under another name. */
    public Index withName(String newName) {
        return new Index(newName, parts, unique, where);
    }

    /** This index after its table's column {@code from} was renamed to {@code to}. */
    Index withColumnRenamed(String from, String to) {
        return new Index(
                name,
                parts.stream().map(part -> part.withColumnRenamed(from, to)).toList(),
                unique,
                where.map(condition -> ExpressionText.renameColumn(condition, from, to)));
    }

    /** Whether a part, or the condition, names {@code column}. */
    boolean mentions(String column) {
        return parts.stream().anyMatch(part -> part.mentions(column))
                || where.filter(condition -> ExpressionText.mentions(condition, column))
                        .isPresent();
    }
}
