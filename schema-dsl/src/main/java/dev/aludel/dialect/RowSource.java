package dev.aludel.dialect;

import dev.aludel.model.Table;
import dev.aludel.sql.Sql;
import java.util.List;
import java.util.Set;

/**
 * The rows that a constraint is to hold for: those that are there, with the values that they will have by then.
 *
 * @param table the table as the model has it before the constraint comes
 * @param source what a query takes them from: the table's name, or a SELECT in parentheses
 * @param key what tells a sample apart for a reader, as a SELECT lists it; empty where nothing does
 * @param unknown columns that {@code source} doesn't have, because their values aren't known beforehand
 * @param precondition whether nothing that was done before changed them
 */
public record RowSource(Table table, Sql source, List<Sql> key, Set<String> unknown, boolean precondition) {

    public RowSource {
        key = List.copyOf(key);
        unknown = Set.copyOf(unknown);
    }
}
