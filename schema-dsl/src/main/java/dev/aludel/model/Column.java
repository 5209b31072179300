package dev.aludel.model;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name as written, never quoted
 * @param type what it holds
 * @param nullable whether a row may leave it empty
 * @param defaultValue what the database fills in when an insert leaves it out
 */
public record Column(String name, ColumnType type, boolean nullable, Optional<Value> defaultValue) {

    public Column {
        Names.require(name, "column");
        if (defaultValue.filter(Value.RunTimeMillis.class::isInstance).isPresent()) {
            throw new InvalidSchemaException(
                    "column \"%s\" cannot default to the time of a migration run: use currentTimestamp(), or fill the rows instead"
                            .formatted(name));
        }
    }

    /** A nullable column without a default. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, true, Optional.empty());
    }

    /** This column under another name. */
    public Column withName(String newName) {
        return new Column(newName, type, nullable, defaultValue);
    }

    /** This column with another type. */
    public Column withType(ColumnType newType) {
        return new Column(name, newType, nullable, defaultValue);
    }

    /** This column, nullable or not. */
    public Column withNullable(boolean newNullable) {
        return new Column(name, type, newNullable, defaultValue);
    }

    /** This column with another default, or none. */
    public Column withDefault(Optional<Value> newDefault) {
        return new Column(name, type, nullable, newDefault);
    }
}
