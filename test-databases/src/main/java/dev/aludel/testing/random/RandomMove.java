package dev.aludel.testing.random;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.decimal;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.jsonBinary;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static java.util.Objects.requireNonNull;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Draws one operation for a schema. New things get names that nothing had before, so that no value is taken for another's. */
final class RandomMove {

    /** Types, and a default of each. */
    private static final Map<ColumnType, Value> TYPES = Map.of(
            integer(), Value.of(7),
            bigInteger(), Value.of(-8),
            string(30), Value.of("it's"),
            decimal(10, 2), Value.of(3),
            bool(), Value.of(true),
            datetime(), Value.of("2025-01-02 03:04:05.678000"));

    private static final List<ColumnType> WITHOUT_DEFAULT = List.of(text(), jsonBinary());

    private final Random random;
    private int made;

    RandomMove(Random random) {
        this.random = random;
    }

    /** An operation that may make sense in {@code model}, and mostly does. */
    Consumer<Schema> next(SchemaModel model) {
        Table table = one(model.tables());
        return switch (random.nextInt(16)) {
            case 0 -> createTable(model);
            case 1 -> isOfShop(table) ? createTable(model) : schema -> schema.dropTable(table.name());
            case 2 -> renameTable(table);
            case 3, 4, 5 -> createIndex(table);
            case 6 -> changeIndex(table);
            case 7 -> dataStep(table);
            default -> alter(table);
        };
    }

    private Consumer<Schema> createTable(SchemaModel model) {
        String name = fresh("t");
        String other = one(model.tables()).name();
        ColumnType first = type();
        ColumnType second = type();
        boolean indexed = random.nextBoolean();
        return schema -> schema.createTable(name, t -> {
            t.column("id", bigInteger()).primaryKey();
            t.column(name + "_a", first);
            t.column(name + "_b", second);
            t.column(name + "_n", integer()).notNull().defaultTo(1).check(name + "_n < 9000");
            t.column(name + "_o", bigInteger()).references(other, "id").onDelete(ReferentialAction.CASCADE);
            if (indexed) {
                t.index("ix_" + name, name + "_n").descending("id");
            }
        });
    }

    /** The rows of the shop are looked for by their tables' names, and stay. */
    private Consumer<Schema> renameTable(Table table) {
        String name = fresh("t");
        return isOfShop(table)
                ? schema -> schema.update(table.name())
                        .set("id", Value.expression("id"))
                        .reversedByNothing()
                : schema -> schema.renameTable(table.name(), name);
    }

    private Consumer<Schema> dataStep(Table table) {
        Column column = one(table.columns());
        return schema -> schema.update(table.name())
                .set(column.name(), Value.expression(column.name()))
                .reversedByNothing();
    }

    private Consumer<Schema> createIndex(Table table) {
        String name = fresh("ix");
        String column = one(table.columns()).name();
        String other = one(table.columns()).name();
        return switch (random.nextInt(7)) {
            case 0 -> schema -> schema.createIndex(name, table.name(), column);
            case 1 -> schema -> schema.createIndex(name, table.name()).descending(column);
            case 2 ->
                schema -> schema.createIndex(name, table.name(), column, "id").unique();
            case 3 -> schema -> schema.createIndex(name, table.name(), column).where("id > 5");
            case 4 ->
                schema ->
                        schema.createIndex(name, table.name(), column).unique().where("id > 5000");
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
        Index index = one(table.indexes());
        String name = fresh("ix");
        return random.nextBoolean()
                ? schema -> schema.dropIndex(index.name(), table.name())
                : schema -> schema.renameIndex(index.name(), table.name()).to(name);
    }

    private Consumer<Schema> alter(Table table) {
        Consumer<TableAlteration> first = alteration(table);
        return schema -> schema.alterTable(table.name(), first);
    }

    private Consumer<TableAlteration> alteration(Table table) {
        List<Column> columns = besidesKey(table);
        String name = fresh("c");
        if (columns.isEmpty()) {
            return addColumn(name);
        }
        Column column = one(columns);
        return switch (random.nextInt(14)) {
            case 0 -> addColumn(name);
            case 1 -> addFilledColumn(name);
            case 2 ->
                t -> t.addColumn(name, bigInteger())
                        .references("customers", "id")
                        .onDelete(ReferentialAction.SET_NULL);
            case 3 -> t -> t.dropColumn(column.name());
            case 4, 5 -> t -> t.column(column.name()).renameTo(name);
            case 6 -> t -> t.column(column.name()).type(wider(column.type()));
            case 7 -> require(column);
            case 8 -> t -> t.column(column.name()).nullable();
            case 9 -> defaultTo(column);
            case 10 -> t -> t.column(column.name()).comment("it's \"" + name + "\"");
            case 11 -> t -> t.addUnique(column.name(), "id").named("uq_" + name);
            case 12 -> t -> t.addCheck("ck_" + name, "id > -5 OR %s IS NULL".formatted(column.name()));
            default -> dropConstraint(table);
        };
    }

    private Consumer<TableAlteration> addColumn(String name) {
        ColumnType type = type();
        Optional<Value> value =
                random.nextBoolean() ? Optional.ofNullable(requireNonNull(TYPES.get(type))) : Optional.empty();
        return t -> value.ifPresentOrElse(
                known -> t.addColumn(name, type).notNull().defaultTo(known), () -> t.addColumn(name, type));
    }

    private Consumer<TableAlteration> addFilledColumn(String name) {
        ColumnType type = one(TYPES.keySet().stream()
                .sorted((some, other) -> some.toString().compareTo(other.toString()))
                .toList());
        return t -> t.addColumn(name, type).notNull().fill(requireNonNull(TYPES.get(type)));
    }

    private static Consumer<TableAlteration> require(Column column) {
        Value value = TYPES.getOrDefault(column.type(), Value.of("{}"));
        return t -> t.column(column.name()).fillNull(value).notNull();
    }

    private Consumer<TableAlteration> defaultTo(Column column) {
        Value value = TYPES.get(column.type());
        return value == null || random.nextBoolean()
                ? t -> t.column(column.name()).dropDefault()
                : t -> t.column(column.name()).defaultTo(value);
    }

    private Consumer<TableAlteration> dropConstraint(Table table) {
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> !(constraint instanceof PrimaryKey))
                .toList();
        if (constraints.isEmpty()) {
            return t -> t.comment("no constraints");
        }
        Constraint dropped = one(constraints);
        return t -> t.dropConstraint(dropped.name());
    }

    private static ColumnType wider(ColumnType type) {
        return type.equals(integer()) ? bigInteger() : type.equals(string(30)) ? string(60) : text();
    }

    private ColumnType type() {
        List<ColumnType> types = TYPES.keySet().stream()
                .sorted((some, other) -> some.toString().compareTo(other.toString()))
                .toList();
        return random.nextInt(5) == 0 ? one(WITHOUT_DEFAULT) : one(types);
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

    private String fresh(String kind) {
        made++;
        return kind + made;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
