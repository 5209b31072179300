package dev.aludel.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A schema as the revisions have made it so far: immutable, and known without any database.
 *
 * <p>Every change returns a new model, or fails with an {@link InvalidSchemaException} that says why the change makes no
 * sense here.
 */
public final class SchemaModel {

    private static final SchemaModel EMPTY =
            new SchemaModel(TableDirectory.EMPTY, SharedMap.empty(), ObjectDirectory.EMPTY);

    private final TableDirectory tables;
    private final SharedMap<String, EnumType> enums;
    private final ObjectDirectory objects;

    private SchemaModel(TableDirectory tables, SharedMap<String, EnumType> enums, ObjectDirectory objects) {
        this.tables = tables;
        this.enums = enums;
        this.objects = objects;
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
        return List.copyOf(tables.all());
    }

    /** The table of this name. */
    public Optional<Table> find(String table) {
        return tables.find(table);
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
                                .formatted(table, names(tables.all()))));
    }

    /** The foreign keys of other tables that refer to {@code table}, as the names of those tables, in model order. */
    public List<String> tablesReferring(String table) {
        return names(tables.referring(table)).stream()
                .filter(other -> !other.equals(table))
                .toList();
    }

    /** This schema with one table more. */
    public SchemaModel withTable(Table table) {
        if (find(table.name()).isPresent()) {
            throw new InvalidSchemaException("table \"%s\" exists already".formatted(table.name()));
        }
        return checked(tables.with(table), table);
    }

    /** This schema without a table that no other table refers to. */
    public SchemaModel withoutTable(String table) {
        Table dropped = table(table);
        List<String> referring = tablesReferring(table);
        if (!referring.isEmpty()) {
            throw new InvalidSchemaException(
                    "table \"%s\" cannot be dropped while foreign keys of %s refer to it: drop those first, or say dropTable(…).cascade()"
                            .formatted(table, referring));
        }
        return withTables(tables.without(dropped)).withObjects(objects.withoutThoseOf(table));
    }

    /** This schema with {@code change} made to one table, whose name stays. */
    public SchemaModel withTableChanged(String table, UnaryOperator<Table> change) {
        Table before = table(table);
        Table after = change.apply(before);
        return checked(tables.replaced(before, after), after);
    }

    /** This schema with a table under another name; foreign keys follow. */
    public SchemaModel withTableRenamed(String from, String to) {
        Table before = table(from);
        if (find(to).isPresent()) {
            throw new InvalidSchemaException(
                    "table \"%s\" cannot be renamed: table \"%s\" exists already".formatted(from, to));
        }
        if (!tablesReferring(to).isEmpty()) {
            throw new InvalidSchemaException(
                    "table \"%s\" cannot be renamed to \"%s\": foreign keys of %s already refer to a table of that name"
                            .formatted(from, to, tablesReferring(to)));
        }
        TableDirectory changed = tables.replaced(before, before.withName(to));
        return withTables(referencesChanged(changed, from, key -> key.withReferencedTable(to)))
                .withObjects(objects.withTableRenamed(from, to));
    }

    /** This schema with a column under another name; keys, indexes and foreign keys of other tables follow. */
    public SchemaModel withColumnRenamed(String table, String from, String to) {
        Table before = table(table);
        TableDirectory changed = tables.replaced(before, before.withColumnRenamed(from, to));
        return withTables(referencesChanged(changed, table, key -> key.withReferencedColumnRenamed(from, to)))
                .withObjects(objects.withColumnRenamed(table, from, to));
    }

    /** All enums, sorted by their names. */
    public List<EnumType> enums() {
        return enums.values();
    }

    /**
     * The enum of this name, which must exist.
     *
     * @throws InvalidSchemaException when there is none; it names those that there are
     */
    public EnumType enumeration(String name) {
        return enums.get(name)
                .orElseThrow(() -> new InvalidSchemaException(
                        "enum \"%s\" does not exist at this point of the history; known enums: %s. createEnum(…) creates one"
                                .formatted(
                                        name,
                                        enums().stream().map(EnumType::name).toList())));
    }

    /**
     * Refuses a column's type that is an enum, and isn't what the enum of its name is here.
     *
     * @throws InvalidSchemaException when there is no such enum, or it has other values
     */
    public void requireKnown(ColumnType type) {
        if (type instanceof EnumType wanted && !enumeration(wanted.name()).equals(wanted)) {
            throw new InvalidSchemaException(
                    "enum \"%s\" has the values %s at this point of the history, not %s: give the column's type the values of here"
                            .formatted(wanted.name(), enumeration(wanted.name()).values(), wanted.values()));
        }
    }

    /** This schema with one enum more. */
    public SchemaModel withEnum(EnumType created) {
        if (enums.get(created.name()).isPresent()) {
            throw new InvalidSchemaException("enum \"%s\" exists already".formatted(created.name()));
        }
        return new SchemaModel(tables, enums.with(created.name(), created), objects);
    }

    /** This schema without an enum that no column uses. */
    public SchemaModel withoutEnum(String name) {
        enumeration(name);
        List<String> users = tablesUsing(name).stream()
                .flatMap(table -> table.columnsOf(name).stream().map(column -> table.name() + "." + column.name()))
                .toList();
        if (!users.isEmpty()) {
            throw new InvalidSchemaException(
                    "enum \"%s\" cannot be dropped while columns use it: %s. Drop them, or give them another type, first"
                            .formatted(name, users));
        }
        return new SchemaModel(tables, enums.without(name), objects);
    }

    /**
     * This schema with other values of an enum, in all columns that use it.
     *
     * @param moved what becomes of the values that don't stay; none where no default may be that value
     */
    public SchemaModel withEnumChanged(EnumType changed, Map<String, Optional<String>> moved) {
        enumeration(changed.name());
        SchemaModel model = new SchemaModel(tables, enums.with(changed.name(), changed), objects);
        for (Table table : tablesUsing(changed.name())) {
            model = model.withTableChanged(table.name(), current -> current.withEnumChanged(changed, moved));
        }
        return model;
    }

    /** The tables with columns of an enum, in the order of their creation. */
    public List<Table> tablesUsing(String enumName) {
        return tables.all().stream()
                .filter(table -> !table.columnsOf(enumName).isEmpty())
                .toList();
    }

    /** All objects besides tables and enums, sorted by their kinds and names. */
    public List<DatabaseObject> objects() {
        return objects.all();
    }

    /** The triggers of a table, sorted by their names. */
    public List<DatabaseObject> objectsOf(String table) {
        return objects.of(table);
    }

    /**
     * The object of this kind and name, which must exist.
     *
     * @throws InvalidSchemaException when there is none
     */
    public DatabaseObject object(DatabaseObject.Kind kind, String name) {
        return objects.find(kind, name)
                .orElseThrow(() ->
                        new InvalidSchemaException("%s \"%s\" does not exist at this point of the history; known: %s"
                                .formatted(
                                        kind.words(),
                                        name,
                                        objects().stream()
                                                .filter(object -> object.kind() == kind)
                                                .map(DatabaseObject::name)
                                                .toList())));
    }

    /** The view of this name, which must exist. */
    public DatabaseObject.View view(String name) {
        return (DatabaseObject.View) object(DatabaseObject.Kind.VIEW, name);
    }

    /** This schema with one object more; an extension may be there already. */
    public SchemaModel withObject(DatabaseObject object) {
        if (object.kind() == DatabaseObject.Kind.EXTENSION) {
            return withObjects(objects.with(object));
        }
        boolean isTaken = objects.find(object.kind(), object.name()).isPresent()
                || (object.kind() == DatabaseObject.Kind.VIEW
                        && find(object.name()).isPresent());
        if (isTaken) {
            throw new InvalidSchemaException("%s \"%s\" cannot be created: something of this name exists already"
                    .formatted(object.kind().words(), object.name()));
        }
        return withObjects(objects.with(object));
    }

    /** This schema with an object in the place of the one of its kind and name, which must exist. */
    public SchemaModel withObjectReplaced(DatabaseObject object) {
        object(object.kind(), object.name());
        return withObjects(objects.with(object));
    }

    /** This schema without an object that it has. */
    public SchemaModel withoutObject(DatabaseObject.Kind kind, String name) {
        return withObjects(objects.without(object(kind, name)));
    }

    private SchemaModel withObjects(ObjectDirectory changed) {
        return new SchemaModel(tables, enums, changed);
    }

    private SchemaModel withTables(TableDirectory changed) {
        return new SchemaModel(changed, enums, objects);
    }

    private static TableDirectory referencesChanged(
            TableDirectory tables, String referenced, UnaryOperator<ForeignKey> change) {
        TableDirectory changed = tables;
        for (Table table : tables.referring(referenced)) {
            changed = changed.replaced(table, table.withReferencesChanged(referenced, change));
        }
        return changed;
    }

    /** A foreign key may refer to a table that no revision made, but not to a column that a known table lacks. */
    private SchemaModel checked(TableDirectory tables, Table changed) {
        for (ForeignKey key : changed.foreignKeys()) {
            tables.find(key.referencedTable())
                    .ifPresent(referenced -> requireReferencedColumns(changed, key, referenced));
        }
        for (Table table : tables.referring(changed.name())) {
            for (ForeignKey key : table.foreignKeys()) {
                if (key.referencedTable().equals(changed.name())) {
                    requireReferencedColumns(table, key, changed);
                }
            }
        }
        return withTables(tables);
    }

    private static void requireReferencedColumns(Table table, ForeignKey key, Table referenced) {
        for (String column : key.referencedColumns()) {
            if (referenced.find(column).isEmpty()) {
                throw new InvalidSchemaException(
                        "foreign key \"%s\" of table \"%s\" refers to column \"%s\", which table \"%s\" does not have, or would not have any more"
                                .formatted(key.name(), table.name(), column, referenced.name()));
            }
        }
    }

    private static List<String> names(List<Table> tables) {
        return tables.stream().map(Table::name).toList();
    }

    /** Whether the two have the same tables, enums and other objects, whatever the order in which those came. */
    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof SchemaModel that
                        && asSet().equals(that.asSet())
                        && enums().equals(that.enums())
                        && objects().equals(that.objects()));
    }

    @Override
    public int hashCode() {
        return asSet().hashCode();
    }

    @Override
    public String toString() {
        return "SchemaModel" + tables.all() + (enums().isEmpty() ? "" : enums());
    }

    private Set<Table> asSet() {
        return Set.copyOf(tables.all());
    }
}
