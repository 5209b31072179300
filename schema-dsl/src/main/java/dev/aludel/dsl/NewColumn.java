package dev.aludel.dsl;

import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Constraint;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A column that comes into being: nullable and without a default unless it says otherwise. */
public final class NewColumn {

    private final String table;
    private final String name;
    private final ColumnType type;
    private final List<Supplier<? extends Constraint>> constraints = new ArrayList<>();
    private boolean nullable = true;
    private Optional<Value> defaultValue = Optional.empty();
    private Optional<Value> fill = Optional.empty();

    NewColumn(String table, String name, ColumnType type) {
        this.table = table;
        this.name = name;
        this.type = type;
    }

    /** Lets no row leave it empty. */
    public NewColumn notNull() {
        nullable = false;
        return this;
    }

    /** Makes it the table's primary key, and not nullable. */
    public NewColumn primaryKey() {
        constraints.add(() -> new PrimaryKey(NamingConvention.primaryKey(table), List.of(name)));
        return notNull();
    }

    /** Lets no two rows share a value. */
    public NewColumn unique() {
        constraints.add(() -> new UniqueConstraint(NamingConvention.unique(table, List.of(name)), List.of(name)));
        return this;
    }

    /** What the database fills in when an insert leaves it out. */
    public NewColumn defaultTo(Value value) {
        defaultValue = Optional.of(value);
        return this;
    }

    /** A default of text. */
    public NewColumn defaultTo(String text) {
        return defaultTo(Value.of(text));
    }

    /** A default of a whole number. */
    public NewColumn defaultTo(long number) {
        return defaultTo(Value.of(number));
    }

    /** A default of true or false. */
    public NewColumn defaultTo(boolean truth) {
        return defaultTo(Value.of(truth));
    }

    /** What rows get that are there already, when the column is added to a table; without it, the default or NULL. */
    public NewColumn fill(Value value) {
        fill = Optional.of(value);
        return this;
    }

    /** Makes its values refer to a column of a table, or of the same one. */
    public Reference references(String referencedTable, String referencedColumn) {
        Reference reference = new Reference(table, List.of(name)).references(referencedTable, referencedColumn);
        constraints.add(reference);
        return reference;
    }

    Column build() {
        return new Column(name, type, nullable, defaultValue);
    }

    Optional<Value> fill() {
        return fill;
    }

    List<Constraint> constraints() {
        return constraints.stream().<Constraint>map(Supplier::get).toList();
    }
}
