package dev.aludel.testing.random;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;

import dev.aludel.dsl.NewColumn;
import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Constraint;
import dev.aludel.model.Index;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.ReferentialAction;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Draws one change of a schema. */
final class RandomMove {

    private final Chance chance;
    private final RandomViews views;
    private final RandomEnums enums;
    private final RandomRows rows;
    /** Columns that were NOT NULL once: if they were dropped, the downgrade would lack their values. */
    private final Set<String> wereRequired = new HashSet<>();

    RandomMove(Chance chance) {
        this.chance = chance;
        this.views = new RandomViews(chance);
        this.enums = new RandomEnums(chance, views);
        this.rows = new RandomRows(chance);
    }

    /** A change that may make sense in {@code model}, and mostly does. */
    Consumer<Schema> next(SchemaModel model) {
        Table table = chance.one(model.tables());
        return switch (chance.below(24)) {
            case 0 -> createTable(model);
            case 1 -> isOfShop(table) ? createTable(model) : dropTable(model, table);
            case 2 -> renameTable(model, table);
            case 3, 4, 5 -> createIndex(table);
            case 6 -> changeIndex(table);
            case 7, 8, 9 -> rows.next(table, !isOfShop(table));
            case 10, 11, 12 -> enums.next(model, table);
            case 13, 14 -> views.next(model, table);
            default -> alter(model, table);
        };
    }

    private Consumer<Schema> createTable(SchemaModel model) {
        String name = chance.fresh("t");
        String other = chance.one(model.tables()).name();
        ColumnType first = type();
        ColumnType second = type();
        boolean indexed = chance.half();
        Consumer<NewColumn> numbering =
                chance.one(List.<Consumer<NewColumn>>of(id -> {}, NewColumn::identity, NewColumn::serial));
        return schema -> schema.createTable(name, t -> {
            NewColumn id = t.column("id", bigInteger()).primaryKey();
            numbering.accept(id);
            t.column(name + "_a", first);
            t.column(name + "_b", second);
            t.column(name + "_n", integer()).notNull().defaultTo(1).check(name + "_n < 9000");
            t.column(name + "_o", bigInteger()).references(other, "id").onDelete(ReferentialAction.CASCADE);
            if (indexed) {
                t.index("ix_" + name, name + "_n").descending("id");
            }
        });
    }

    private Consumer<Schema> dropTable(SchemaModel model, Table table) {
        return views.before(model, table.name(), table.name(), schema -> schema.dropTable(table.name()));
    }

    /** The rows of the shop are looked for by their tables' names, and stay. */
    private Consumer<Schema> renameTable(SchemaModel model, Table table) {
        String from = table.name();
        String to = chance.fresh("t");
        return isOfShop(table)
                ? rows.next(table, false)
                : views.renaming(model, from, from, from, to, schema -> schema.renameTable(from, to));
    }

    private Consumer<Schema> createIndex(Table table) {
        String name = chance.fresh("ix");
        String column = chance.one(table.columns()).name();
        String other = chance.one(table.columns()).name();
        return switch (chance.below(7)) {
            case 0 -> schema -> schema.createIndex(name, table.name(), column);
            case 1 -> schema -> schema.createIndex(name, table.name()).descending(column);
            case 2 ->
                schema -> schema.createIndex(name, table.name(), column, "id").unique();
            case 3 -> schema -> schema.createIndex(name, table.name(), column).where("id > 5");
            case 4 ->
                schema ->
                        schema.createIndex(name, table.name(), column).unique().where("id > 5000000");
            case 5 ->
                schema -> schema.createIndex(name, table.name())
                        .expression("coalesce(%s, %s)".formatted(column, column))
                        .on("id");
            default -> schema -> schema.createIndex(name, table.name(), column).include(other);
        };
    }

    private Consumer<Schema> changeIndex(Table table) {
        if (table.indexes().isEmpty()) {
            return createIndex(table);
        }
        Index index = chance.one(table.indexes());
        String name = chance.fresh("ix");
        return chance.half()
                ? schema -> schema.dropIndex(index.name(), table.name())
                : schema -> schema.renameIndex(index.name(), table.name()).to(name);
    }

    private Consumer<Schema> alter(SchemaModel model, Table table) {
        List<Column> columns = besidesKey(table);
        if (columns.isEmpty() || chance.below(10) == 0) {
            return altered(table, tableChange(table));
        }
        Column column = chance.one(columns);
        String old = column.name();
        String name = chance.fresh("c");
        if (!column.nullable() || wereRequired.contains(old)) {
            wereRequired.addAll(List.of(old, name));
        }
        return switch (chance.below(14)) {
            case 0 ->
                column.nullable() && !wereRequired.contains(old)
                        ? views.before(model, table.name(), old, altered(table, t -> t.dropColumn(old)))
                        : altered(table, addition(column, name));
            case 1, 2 ->
                views.renaming(model, table.name(), old, old, name, altered(table, t -> t.column(old)
                        .renameTo(name)));
            case 3 -> widening(model, table, column);
            case 4, 5, 6 -> altered(table, addition(column, name));
            default -> altered(table, columnChange(table, column, name));
        };
    }

    /** MySQL has no index of an expression that comes to text without an end, and can't tell beforehand that it does. */
    private Consumer<Schema> widening(SchemaModel model, Table table, Column column) {
        boolean indexedInExpression = table.indexes().stream()
                .flatMap(index -> index.parts().stream())
                .anyMatch(part -> part.isExpression() && part.mentions(column.name()));
        return indexedInExpression
                ? altered(table, columnChange(table, column, chance.fresh("c")))
                : views.around(model, table, column.name(), altered(table, t -> t.column(column.name())
                        .type(Types.wider(column.type()))));
    }

    private static Consumer<Schema> altered(Table table, Consumer<TableAlteration> alteration) {
        return schema -> schema.alterTable(table.name(), alteration);
    }

    private Consumer<TableAlteration> tableChange(Table table) {
        return switch (chance.below(6)) {
            case 0 -> t -> t.column("id").identity();
            case 1 -> t -> t.column("id").serial();
            case 2 -> t -> t.column("id").dropNumbering();
            case 3 -> t -> t.comment("it's about \"" + table.name() + "\"");
            case 4 -> TableAlteration::dropComment;
            default -> addColumn(chance.fresh("c"));
        };
    }

    private Consumer<TableAlteration> addition(Column column, String name) {
        return switch (chance.below(5)) {
            case 0 -> addColumn(name);
            case 1 -> addFilledColumn(name);
            case 2 ->
                t -> t.addColumn(name, bigInteger())
                        .references("customers", "id")
                        .onDelete(ReferentialAction.SET_NULL);
            default -> addGeneratedColumn(column, name);
        };
    }

    private Consumer<TableAlteration> addGeneratedColumn(Column column, String name) {
        boolean virtual = chance.half();
        ColumnType type = column.type().equals(string(30)) ? string(60) : bigInteger();
        String expression = type.equals(string(60)) ? "upper(%s)" : "coalesce(%s, 1) + 1";
        if (column.generated().isPresent()
                || !List.of(integer(), bigInteger(), string(30)).contains(column.type())) {
            return addColumn(name);
        }
        return t -> {
            NewColumn added = t.addColumn(name, type).generatedAs(expression.formatted(column.name()));
            if (virtual) {
                added.virtual();
            }
        };
    }

    private Consumer<TableAlteration> columnChange(Table table, Column column, String name) {
        String old = column.name();
        int choice = chance.below(8);
        boolean takesValues = column.generated().isEmpty() && !RandomRows.isReference(table, column);
        return switch (takesValues ? choice : Math.max(choice, 3)) {
            case 0 -> t -> t.column(old).fillNull(Types.valueOf(column.type())).notNull();
            case 1 -> t -> t.column(old).nullable();
            case 2 -> defaultTo(column);
            case 3 -> t -> t.column(old).comment("it's \"" + name + "\"");
            case 4 -> t -> t.column(old).dropComment();
            case 5 -> t -> t.addUnique(old, "id").named("uq_" + name);
            case 6 -> t -> t.addCheck("ck_" + name, "id > -5 OR %s IS NULL".formatted(old));
            default -> dropConstraint(table);
        };
    }

    private Consumer<TableAlteration> addColumn(String name) {
        ColumnType type = type();
        Optional<Value> value = chance.half() ? Types.defaultOf(type) : Optional.empty();
        return t -> value.ifPresentOrElse(
                known -> t.addColumn(name, type).notNull().defaultTo(known), () -> t.addColumn(name, type));
    }

    private Consumer<TableAlteration> addFilledColumn(String name) {
        ColumnType type = chance.one(Types.WITH_DEFAULT);
        return t -> t.addColumn(name, type).notNull().fill(Types.valueOf(type));
    }

    private Consumer<TableAlteration> defaultTo(Column column) {
        Optional<Value> value = chance.half() ? Types.defaultOf(column.type()) : Optional.empty();
        return value.<Consumer<TableAlteration>>map(
                        known -> t -> t.column(column.name()).defaultTo(known))
                .orElse(t -> t.column(column.name()).dropDefault());
    }

    private Consumer<TableAlteration> dropConstraint(Table table) {
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> !(constraint instanceof PrimaryKey))
                .toList();
        if (constraints.isEmpty()) {
            return t -> t.comment("no constraints");
        }
        Constraint dropped = chance.one(constraints);
        return t -> t.dropConstraint(dropped.name());
    }

    private ColumnType type() {
        return chance.one(chance.below(5) == 0 ? Types.WITHOUT_DEFAULT : Types.WITH_DEFAULT);
    }

    /** The key stays as it is: every foreign key, and many an index, is about it. */
    private static List<Column> besidesKey(Table table) {
        return table.columns().stream()
                .filter(column -> !column.name().equals("id"))
                .toList();
    }

    private static boolean isOfShop(Table table) {
        return List.of("customers", "orders").contains(table.name());
    }
}
