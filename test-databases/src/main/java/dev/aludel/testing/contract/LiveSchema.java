package dev.aludel.testing.contract;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Step;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.EnumType;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CreateEnum;
import dev.aludel.operation.CreateObject;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.Operation;
import dev.aludel.sql.Statement;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A live schema as the dialect's inspector reads it, without what is no part of its shape: the order of columns,
 * constraints and indexes, the names of primary keys, the version table and
 * the log.
 */
record LiveSchema(Map<String, Map<String, Map<String, String>>> tables, List<EnumType> enums, List<String> objects) {

    static LiveSchema of(TestDatabase database, Dialect dialect) throws SQLException {
        Map<String, Map<String, Map<String, String>>> tables = new TreeMap<>();
        try (Connection connection = database.connect()) {
            for (String name : dialect.inspector().tableNames(connection)) {
                if (!name.startsWith("alembic_version")) {
                    tables.put(
                            name,
                            shape(dialect.inspector().table(connection, name).orElseThrow()));
                }
            }
            return new LiveSchema(tables, dialect.inspector().enums(connection), LiveObjects.of(database));
        }
    }

    /** The live schema of an empty database once all tables of {@code model} are created there as they are. */
    static LiveSchema created(TestDatabase database, Dialect dialect, SchemaModel model) throws SQLException {
        SchemaModel made = SchemaModel.empty();
        for (Operation create : creations(model)) {
            SchemaModel after = create.applyTo(made);
            execute(database, dialect, new Step(create, made, after));
            made = after;
        }
        return of(database, dialect);
    }

    LiveSchema withObjects(List<String> others) {
        return new LiveSchema(tables, enums, others);
    }

    private static List<Operation> creations(SchemaModel model) {
        return Stream.<Stream<? extends Operation>>of(
                        model.enums().stream().map(CreateEnum::new),
                        tables(model).stream(),
                        model.objects().stream().map(object -> new CreateObject(object, false)))
                .<Operation>flatMap(operations -> operations)
                .toList();
    }

    private static void execute(TestDatabase database, Dialect dialect, Step step) throws SQLException {
        try (Connection connection = database.connect()) {
            CompileContext context = CompileContext.online(dialect.version(connection.getMetaData()), 0);
            for (CompiledStep compiled :
                    dialect.compiler(context).compile(List.of(step)).steps()) {
                database.execute(compiled.actions().stream()
                        .filter(Statement.class::isInstance)
                        .map(action -> ((Statement) action).sql().text())
                        .toArray(String[]::new));
            }
        }
    }

    /** Each table once those are there that it refers to; keys that go round in a circle come last. */
    private static List<Operation> tables(SchemaModel model) {
        List<Operation> operations = new ArrayList<>();
        List<Operation> keys = new ArrayList<>();
        Set<String> made = new HashSet<>();
        for (Table table : inOrderOfReference(model)) {
            made.add(table.name());
            Table created = table;
            for (ForeignKey key : table.foreignKeys()) {
                if (!made.contains(key.referencedTable())) {
                    created = created.withoutConstraint(key.name());
                    keys.add(new AlterTable(table.name(), List.of(new AddConstraint(key))));
                }
            }
            operations.add(new CreateTable(created));
        }
        operations.addAll(keys);
        return operations;
    }

    private static List<Table> inOrderOfReference(SchemaModel model) {
        return model.tables().stream()
                .sorted(Comparator.comparingInt(table -> depth(model, table, 0)))
                .toList();
    }

    private static int depth(SchemaModel model, Table table, int reached) {
        return table.foreignKeys().stream()
                .filter(key -> !key.referencedTable().equals(table.name()))
                .filter(key -> reached < model.tables().size())
                .mapToInt(key -> depth(model, model.table(key.referencedTable()), reached + 1))
                .max()
                .orElse(reached);
    }

    private static Map<String, Map<String, String>> shape(Table table) {
        return new TreeMap<>(Map.of(
                "comment", table.comment().map(comment -> Map.of(comment, "")).orElse(Map.of()),
                "columns", named(table.columns(), column -> column.name()),
                "constraints", named(table.constraints(), LiveSchema::key),
                "indexes", named(table.indexes(), index -> index.name())));
    }

    /** Constraints without the names that some databases don't keep. */
    private static String key(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return "primary key " + key.columns();
        }
        if (constraint instanceof ForeignKey key) {
            return "foreign key %s %s %s %s %s"
                    .formatted(
                            key.columns(),
                            key.referencedTable(),
                            key.referencedColumns(),
                            key.onDelete(),
                            key.onUpdate());
        }
        if (constraint instanceof UniqueConstraint unique) {
            return "unique " + unique.columns();
        }
        return key((CheckConstraint) constraint);
    }

    /** What keeps an enum's words on SQLite is named when it is made, and keeps that name when its column gets another. */
    private static String key(CheckConstraint check) {
        boolean keepsWords =
                check.name().startsWith("ck_") && check.expression().contains(" IN ('");
        return "check " + (keepsWords ? check.expression().replace("\"", "") : check.name());
    }

    private static <T> Map<String, String> named(List<T> parts, Function<T, String> nameOf) {
        return parts.stream()
                .collect(Collectors.toMap(
                        nameOf,
                        part -> part instanceof Constraint ? "" : part.toString(),
                        (one, other) -> one + other,
                        TreeMap::new));
    }
}
