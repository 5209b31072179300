package dev.aludel.model;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name as written, never quoted
 * @param type what it holds
 * @param nullable whether a row may leave it empty
 * @param defaultValue what the database fills in when an insert leaves it out
 * @param autoIncrement how the database numbers the rows; empty where it doesn't
 * @param comment what the database keeps as a remark on the column, not blank
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        Optional<Value> defaultValue,
        Optional<AutoIncrement> autoIncrement,
        Optional<String> comment) {

    public Column {
        Names.require(name, "column");
        Comments.require(comment, "column", name);
        if (autoIncrement.isPresent()) {
            requireNumberable(name, type, nullable, defaultValue);
        }
        if (defaultValue.filter(Value.RunTimeMillis.class::isInstance).isPresent()) {
            throw new InvalidSchemaException(
                    "column \"%s\" cannot default to the time of a migration run: use currentTimestamp(), or fill the rows instead"
                            .formatted(name));
        }
    }

    /** A column that the database doesn't number, without a comment. */
    public Column(String name, ColumnType type, boolean nullable, Optional<Value> defaultValue) {
        this(name, type, nullable, defaultValue, Optional.empty(), Optional.empty());
    }

    /** A nullable column without a default. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, true, Optional.empty());
    }

    /** This column under another name. */
    public Column withName(String newName) {
        return new Column(newName, type, nullable, defaultValue, autoIncrement, comment);
    }

    /** This column with another type. */
    public Column withType(ColumnType newType) {
        return new Column(name, newType, nullable, defaultValue, autoIncrement, comment);
    }

    /** This column, nullable or not. */
    public Column withNullable(boolean newNullable) {
        return new Column(name, type, newNullable, defaultValue, autoIncrement, comment);
    }

    /** This column with another default, or none. */
    public Column withDefault(Optional<Value> newDefault) {
        return new Column(name, type, nullable, newDefault, autoIncrement, comment);
    }

    /** This column, numbered by the database in another way, or not at all. */
    public Column withAutoIncrement(Optional<AutoIncrement> newAutoIncrement) {
        return new Column(name, type, nullable, defaultValue, newAutoIncrement, comment);
    }

    /** This column with another comment, or none. */
    public Column withComment(Optional<String> newComment) {
        return new Column(name, type, nullable, defaultValue, autoIncrement, newComment);
    }

    /** What this column is on one dialect. */
    public Column on(DialectId dialect) {
        return withType(type.on(dialect)).withDefault(defaultValue.map(value -> value.on(dialect)));
    }

    private static void requireNumberable(
            String name, ColumnType type, boolean nullable, Optional<Value> defaultValue) {
        boolean wholeNumber = type == ColumnType.Simple.SMALL_INTEGER
                || type == ColumnType.Simple.INTEGER
                || type == ColumnType.Simple.BIG_INTEGER
                || type instanceof ColumnType.Native
                || type instanceof ColumnType.Respelled;
        if (!wholeNumber || nullable || defaultValue.isPresent()) {
            throw new InvalidSchemaException(
                    "column \"%s\" is numbered by the database, so it must hold whole numbers, be NOT NULL, and have no default"
                            .formatted(name));
        }
    }
}
