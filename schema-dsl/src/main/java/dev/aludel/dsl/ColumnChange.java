package dev.aludel.dsl;

import dev.aludel.model.AutoIncrement;
import dev.aludel.model.ColumnType;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.Value;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.CommentChange;
import dev.aludel.operation.Conversion;
import dev.aludel.operation.DefaultChange;
import dev.aludel.operation.NumberingChange;
import dev.aludel.operation.TableChange;
import java.util.Optional;

/** A change of a column; what isn't named stays as it is. */
public final class ColumnChange {

    private final String table;
    private final String column;
    private Optional<String> newName = Optional.empty();
    private Optional<ColumnType> newType = Optional.empty();
    private Optional<Conversion> conversion = Optional.empty();
    private Optional<Value> fillNull = Optional.empty();
    private Optional<Boolean> nullable = Optional.empty();
    private Optional<DefaultChange> newDefault = Optional.empty();
    private Optional<CommentChange> newComment = Optional.empty();
    private Optional<NumberingChange> newNumbering = Optional.empty();

    ColumnChange(String table, String column) {
        this.table = table;
        this.column = column;
    }

    /** Gives it another name. */
    public ColumnChange renameTo(String name) {
        newName = Optional.of(name);
        return this;
    }

    /** Gives it another type; its values are cast, or converted as {@link #using} says. */
    public ColumnChange type(ColumnType type) {
        newType = Optional.of(type);
        return this;
    }

    /** How values of the old type become values of the new one. */
    public ColumnChange using(Conversion how) {
        conversion = Optional.of(how);
        return this;
    }

    /** What rows get whose value is NULL, in terms of the new type. */
    public ColumnChange fillNull(Value value) {
        fillNull = Optional.of(value);
        return this;
    }

    /** Lets no row leave it empty. */
    public ColumnChange notNull() {
        nullable = Optional.of(false);
        return this;
    }

    /** Lets rows leave it empty. */
    public ColumnChange nullable() {
        nullable = Optional.of(true);
        return this;
    }

    /** What the database fills in when an insert leaves it out. */
    public ColumnChange defaultTo(Value value) {
        newDefault = Optional.of(new DefaultChange(Optional.of(value)));
        return this;
    }

    /** A default of text. */
    public ColumnChange defaultTo(String text) {
        return defaultTo(Value.of(text));
    }

    /** A default of a whole number. */
    public ColumnChange defaultTo(long number) {
        return defaultTo(Value.of(number));
    }

    /** A default of true or false. */
    public ColumnChange defaultTo(boolean truth) {
        return defaultTo(Value.of(truth));
    }

    /** Takes its default away. */
    public ColumnChange dropDefault() {
        newDefault = Optional.of(new DefaultChange(Optional.empty()));
        return this;
    }

    /** Sets the remark on it that the database keeps; SQLite keeps none. */
    public ColumnChange comment(String text) {
        newComment = Optional.of(new CommentChange(Optional.of(text)));
        return this;
    }

    /** Takes the remark on it away. */
    public ColumnChange dropComment() {
        newComment = Optional.of(new CommentChange(Optional.empty()));
        return this;
    }

    /**
     * Has the database number the rows from now on, after the highest number that there is. The column must hold whole
     * numbers, be NOT NULL and have no default.
     */
    public ColumnChange identity() {
        newNumbering = Optional.of(new NumberingChange(Optional.of(AutoIncrement.IDENTITY)));
        return this;
    }

    /** Has the database number the rows by PostgreSQL's {@code serial}; on other databases the same as {@link #identity}. */
    public ColumnChange serial() {
        newNumbering = Optional.of(new NumberingChange(Optional.of(AutoIncrement.SERIAL)));
        return this;
    }

    /** Leaves the rows' numbers to inserts again; SQLite goes on numbering an INTEGER that is the whole primary key. */
    public ColumnChange dropNumbering() {
        newNumbering = Optional.of(new NumberingChange(Optional.empty()));
        return this;
    }

    TableChange build() {
        if (conversion.isPresent() && newType.isEmpty()) {
            throw new InvalidSchemaException(
                    "column \"%s\" of table \"%s\" has a conversion, using(…), but no new type(…)"
                            .formatted(column, table));
        }
        boolean changesSomething = newName.isPresent()
                || newType.isPresent()
                || fillNull.isPresent()
                || nullable.isPresent()
                || newDefault.isPresent()
                || newComment.isPresent()
                || newNumbering.isPresent();
        if (!changesSomething) {
            throw new InvalidSchemaException(
                    "column(\"%s\") in alterTable(\"%s\", …) changes nothing".formatted(column, table));
        }
        return new AlterColumn(
                column, newName, newType, conversion, fillNull, nullable, newDefault, newComment, newNumbering);
    }
}
