package dev.aludel.model;

import java.util.Map;
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
 * @param generated how its values are worked out; empty where they are given
 * @param clauses what stands at the end of its definition, in each dialect's own words; nothing on the others
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        Optional<Value> defaultValue,
        Optional<AutoIncrement> autoIncrement,
        Optional<String> comment,
        Optional<Generated> generated,
        PerDialect<String> clauses) {

    public Column {
        Names.require(name, "column");
        Comments.require(comment, "column", name);
        if (autoIncrement.isPresent()) {
            requireNumberable(name, type, nullable, defaultValue);
        }
        if (generated.isPresent() && (autoIncrement.isPresent() || defaultValue.isPresent())) {
            throw new InvalidSchemaException(
                    "column \"%s\" is generated from others, so it has no default and isn't numbered".formatted(name));
        }
        if (defaultValue.filter(Value.RunTimeMillis.class::isInstance).isPresent()) {
            throw new InvalidSchemaException(
                    "column \"%s\" cannot default to the time of a migration run: use currentTimestamp(), or fill the rows instead"
                            .formatted(name));
        }
    }

    /** A column that the database doesn't number, without a comment. */
    public Column(String name, ColumnType type, boolean nullable, Optional<Value> defaultValue) {
        this(
                name,
                type,
                nullable,
                defaultValue,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new PerDialect<>(Map.of(), Optional.empty()));
    }

    /** A nullable column without a default. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, true, Optional.empty());
    }

    /** This column under another name. */
    public Column withName(String newName) {
        return new Column(newName, type, nullable, defaultValue, autoIncrement, comment, generated, clauses);
    }

    /** This column with another type. */
    public Column withType(ColumnType newType) {
        return new Column(name, newType, nullable, defaultValue, autoIncrement, comment, generated, clauses);
    }

    /** This column, nullable or not. */
    public Column withNullable(boolean newNullable) {
        return new Column(name, type, newNullable, defaultValue, autoIncrement, comment, generated, clauses);
    }

    /** This column with another default, or none. */
    public Column withDefault(Optional<Value> newDefault) {
        return new Column(name, type, nullable, newDefault, autoIncrement, comment, generated, clauses);
    }

    /** This column, numbered by the database in another way, or not at all. */
    public Column withAutoIncrement(Optional<AutoIncrement> newAutoIncrement) {
        return new Column(name, type, nullable, defaultValue, newAutoIncrement, comment, generated, clauses);
    }

    /** This column with another comment, or none. */
    public Column withComment(Optional<String> newComment) {
        return new Column(name, type, nullable, defaultValue, autoIncrement, newComment, generated, clauses);
    }

    /** This column, its values worked out in this way, or given. */
    public Column withGenerated(Optional<Generated> newGenerated) {
        return new Column(name, type, nullable, defaultValue, autoIncrement, comment, newGenerated, clauses);
    }

    /** This column with other words at the end of its definition. */
    public Column withClauses(PerDialect<String> newClauses) {
        return new Column(name, type, nullable, defaultValue, autoIncrement, comment, generated, newClauses);
    }

    /** What stands at the end of its definition, on a dialect that {@link #on} has made it for. */
    public Optional<String> clause() {
        return clauses.otherwise();
    }

    /** What this column is on one dialect. */
    public Column on(DialectId dialect) {
        return new Column(
                name,
                type.on(dialect),
                nullable,
                defaultValue.map(value -> value.on(dialect)),
                autoIncrement,
                comment,
                generated,
                clauses.chosen(dialect));
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
