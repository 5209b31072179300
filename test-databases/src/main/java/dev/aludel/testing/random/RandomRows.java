package dev.aludel.testing.random;

import dev.aludel.dsl.RowValues;
import dev.aludel.dsl.Schema;
import dev.aludel.model.Column;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import java.util.List;
import java.util.function.Consumer;

/** Draws changes of rows. The shop keeps its own; what is put into other tables gets keys of its own. */
final class RandomRows {

    private final Chance chance;

    RandomRows(Chance chance) {
        this.chance = chance;
    }

    Consumer<Schema> next(Table table, boolean mayLoseRows) {
        return switch (mayLoseRows ? chance.below(6) : 0) {
            case 0 -> unchanged(table);
            case 1 -> update(table);
            case 2 -> delete(table);
            case 3 -> insertSelect(table);
            default -> insert(table);
        };
    }

    private Consumer<Schema> unchanged(Table table) {
        Column column = chance.given(table);
        return schema -> schema.update(table.name())
                .set(column.name(), Value.expression(column.name()))
                .reversedByNothing();
    }

    private Consumer<Schema> update(Table table) {
        Column column = chance.given(table);
        if (column.name().equals("id") || isReference(table, column)) {
            return unchanged(table);
        }
        Value value = Types.valueOf(column.type());
        return schema -> schema.update(table.name())
                .set(column.name(), value)
                .where("id < ?", chance.number())
                .reversedByNothing();
    }

    private Consumer<Schema> delete(Table table) {
        int most = chance.number();
        return schema -> schema.deleteFrom(table.name()).where("id < ?", most).reversedByNothing();
    }

    private Consumer<Schema> insert(Table table) {
        int first = chance.number() * 10;
        List<Column> needed = needed(table);
        requireNoReference(table, needed);
        return schema ->
                schema.insertInto(table.name()).row(r -> fill(r, first, needed)).row(r -> fill(r, first + 1, needed));
    }

    private Consumer<Schema> insertSelect(Table table) {
        if (!needed(table).isEmpty()) {
            throw new InvalidSchemaException("a query of the customers gives their keys only");
        }
        int first = chance.number() * 10 + 2;
        return schema -> schema.insertInto(table.name(), "id")
                .select("SELECT id + %d FROM customers WHERE id < 8".formatted(first))
                .reversedBy(back -> back.deleteFrom(table.name())
                        .where("id > ? AND id < ?", first, first + 8)
                        .reversedByNothing());
    }

    private static void fill(RowValues row, int id, List<Column> needed) {
        row.set("id", id);
        needed.forEach(column -> row.set(column.name(), Types.valueOf(column.type())));
    }

    private static List<Column> needed(Table table) {
        return table.columns().stream()
                .filter(column -> !column.name().equals("id"))
                .filter(column -> !column.nullable() && column.defaultValue().isEmpty())
                .filter(column -> column.generated().isEmpty())
                .toList();
    }

    private static void requireNoReference(Table table, List<Column> columns) {
        if (columns.stream().anyMatch(column -> isReference(table, column))) {
            throw new InvalidSchemaException("nobody knows a row to refer to");
        }
    }

    /** Whether the column's values must be keys of a table. */
    static boolean isReference(Table table, Column column) {
        return table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
    }
}
