package dev.aludel.testing.random;

import static dev.aludel.model.ColumnType.enumeration;

import dev.aludel.dsl.EnumAlteration;
import dev.aludel.dsl.Schema;
import dev.aludel.model.EnumType;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import java.util.List;
import java.util.function.Consumer;

/** Draws a creation, a use, a change or a drop of an enum. */
final class RandomEnums {

    private final Chance chance;
    private final RandomViews views;

    RandomEnums(Chance chance, RandomViews views) {
        this.chance = chance;
        this.views = views;
    }

    Consumer<Schema> next(SchemaModel model, Table table) {
        if (model.enums().isEmpty()) {
            return create();
        }
        EnumType type = chance.one(model.enums());
        return switch (chance.below(9)) {
            case 0 -> create();
            case 1 -> schema -> schema.dropEnum(type.name());
            case 2, 3, 4 -> use(table, type);
            default -> change(model, type);
        };
    }

    private Consumer<Schema> create() {
        EnumType type = enumeration(chance.fresh("e"), "plain", "it's", "the \"third\"");
        return schema -> schema.createEnum(type);
    }

    private Consumer<Schema> use(Table table, EnumType type) {
        String name = chance.fresh("c");
        Value value = Value.of(chance.one(type.values()));
        return switch (chance.below(3)) {
            case 0 -> schema -> schema.alterTable(table.name(), t -> t.addColumn(name, type));
            case 1 ->
                schema -> schema.alterTable(
                        table.name(), t -> t.addColumn(name, type).notNull().fill(value));
            default ->
                schema -> schema.alterTable(
                        table.name(), t -> t.addColumn(name, type).notNull().defaultTo(value));
        };
    }

    /** A view of a column of the enum makes room where the enum is made anew. */
    private Consumer<Schema> change(SchemaModel model, EnumType type) {
        Consumer<EnumAlteration> alteration = alteration(type);
        Consumer<Schema> move = schema -> schema.alterEnum(type.name(), alteration);
        for (Table table : model.tablesUsing(type.name())) {
            for (var column : table.columnsOf(type.name())) {
                move = views.around(model, table, column.name(), move);
            }
        }
        return move;
    }

    private Consumer<EnumAlteration> alteration(EnumType type) {
        List<String> values = type.values();
        String value = chance.one(values);
        String other = chance.one(values);
        String fresh = chance.fresh("value ");
        return switch (chance.below(5)) {
            case 0 -> e -> e.addValue(fresh);
            case 1 -> e -> e.addValue(fresh).after(value);
            case 2 -> e -> e.addValue(fresh).before(value);
            case 3 -> e -> e.renameValue(value, fresh);
            default -> e -> e.dropValue(value).movingTo(other);
        };
    }
}
