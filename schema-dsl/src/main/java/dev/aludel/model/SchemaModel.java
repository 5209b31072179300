package dev.aludel.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A schema as the revisions have made it so far: immutable, and known without any database.
 *
 * <p>Every change returns a new model, or fails with an {@link InvalidSchemaException} that says why the change makes no
 * sense here.
 */
public final class SchemaModel {

    private static final SchemaModel EMPTY = new SchemaModel(Map.of());

    /** By name, in the order of creation; never changed after construction. */
    private final Map<String, Table> tables;

    private SchemaModel(Map<String, Table> tables) {
        this.tables = tables;
    }

    /** A schema without tables. */
    public static SchemaModel empty() {
        return EMPTY;
    }

    /** A schema of these tables, in this order. */
    public static SchemaModel of(Collection<Table> tables) {
        SchemaModel model = EMPTY;
        for (Table table : tables) {
            model = model.withTable(table);
        }
        return model;
    }

    /** All tables, in the order of their creation. */
    public List<Table> tables() {
        return List.copyOf(tables.values());
    }

    /** The table of this name. */
    public Optional<Table> find(String table) {
        return Optional.ofNullable(tables.get(table));
    }

    /**
     * The table of this name, which must exist.
     *
     * @throws InvalidSchemaException when there is none; it says how a table that raw SQL made is declared
     */
    public Table table(String table) {
        return find(table)
                .orElseThrow(() -> new InvalidSchemaException(
                        "table \"%s\" does not exist at this point of the history; known tables: %s. A table that raw SQL creates is declared with execute(…).effect(…)"
                                .formatted(table, tables.keySet())));
    }

    /** The foreign keys of other tables that refer to {@code table}, as the names of those tables, in model order. */
    public List<String> tablesReferring(String table) {
        return tables.values().stream()
                .filter(other -> !other.name().equals(table))
                .filter(other -> other.foreignKeys().stream()
                        .anyMatch(key -> key.referencedTable().equals(table)))
                .map(Table::name)
                .toList();
    }

    /** This schema with one table more. */
    public SchemaModel withTable(Table table) {
        if (tables.containsKey(table.name())) {
            throw new InvalidSchemaException("table \"%s\" exists already".formatted(table.name()));
        }
        Map<String, Table> changed = new LinkedHashMap<>(tables);
        changed.put(table.name(), table);
        return checked(changed, table.name());
    }

    /** This schema without a table that no other table refers to. */
    public SchemaModel withoutTable(String table) {
        table(table);
        List<String> referring = tablesReferring(table);
        if (!referring.isEmpty()) {
            throw new InvalidSchemaException(
                    "table \"%s\" cannot be dropped while foreign keys of %s refer to it: drop those first"
                            .formatted(table, referring));
        }
        Map<String, Table> changed = new LinkedHashMap<>(tables);
        changed.remove(table);
        return new SchemaModel(changed);
    }

    /** This schema with {@code change} made to one table, whose name stays. */
    public SchemaModel withTableChanged(String table, UnaryOperator<Table> change) {
        Table changedTable = change.apply(table(table));
        Map<String, Table> changed = new LinkedHashMap<>(tables);
        changed.put(table, changedTable);
        return checked(changed, table);
    }

    /** This schema with a table under another name; foreign keys follow. */
    public SchemaModel withTableRenamed(String from, String to) {
        table(from);
        if (tables.containsKey(to)) {
            throw new InvalidSchemaException(
                    "table \"%s\" cannot be renamed: table \"%s\" exists already".formatted(from, to));
        }
        if (!tablesReferring(to).isEmpty()) {
            throw new InvalidSchemaException(
                    "table \"%s\" cannot be renamed to \"%s\": foreign keys of %s already refer to a table of that name"
                            .formatted(from, to, tablesReferring(to)));
        }
        Map<String, Table> changed = new LinkedHashMap<>();
        for (Table table : tables.values()) {
            Table renamed = table.name().equals(from) ? table.withName(to) : table;
            changed.put(renamed.name(), renamed.withReferencesChanged(from, key -> key.withReferencedTable(to)));
        }
        return new SchemaModel(changed);
    }

    /** This schema with a column under another name; keys, indexes and foreign keys of other tables follow. */
    public SchemaModel withColumnRenamed(String table, String from, String to) {
        table(table);
        Map<String, Table> changed = new LinkedHashMap<>();
        for (Table candidate : tables.values()) {
            Table renamed = candidate.name().equals(table) ? candidate.withColumnRenamed(from, to) : candidate;
            changed.put(
                    renamed.name(),
                    renamed.withReferencesChanged(table, key -> key.withReferencedColumnRenamed(from, to)));
        }
        return new SchemaModel(changed);
    }

    /** A foreign key may refer to a table that no revision made, but not to a column that a known table lacks. */
    private static SchemaModel checked(Map<String, Table> tables, String changed) {
        for (Table table : tables.values()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (table.name().equals(changed) || key.referencedTable().equals(changed)) {
                    requireReferencedColumns(table, key, tables.get(key.referencedTable()));
                }
            }
        }
        return new SchemaModel(tables);
    }

    private static void requireReferencedColumns(Table table, ForeignKey key, @Nullable Table referenced) {
        if (referenced == null) {
            return;
        }
        for (String column : key.referencedColumns()) {
            if (referenced.find(column).isEmpty()) {
                throw new InvalidSchemaException(
                        "foreign key \"%s\" of table \"%s\" refers to column \"%s\", which table \"%s\" does not have, or would not have any more"
                                .formatted(key.name(), table.name(), column, referenced.name()));
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaModel that && tables.equals(that.tables);
    }

    @Override
    public int hashCode() {
        return tables.hashCode();
    }

    @Override
    public String toString() {
        return "SchemaModel" + tables.values();
    }
}
