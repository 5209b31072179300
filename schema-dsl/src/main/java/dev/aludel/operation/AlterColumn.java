package dev.aludel.operation;

import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.DialectId;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes a column; what isn't named stays as it is.
 *
 * @param column its name before the change
 * @param newName its name afterwards
 * @param newType its type afterwards
 * @param conversion how values of the old type become values of the new one; empty where the database's own cast is meant
 * @param fillNull what rows get whose value is NULL, in terms of the new type
 * @param nullable whether a row may leave it empty afterwards
 * @param newDefault its default afterwards
 * @param newComment its comment afterwards
 * @param newNumbering how the database numbers its rows afterwards
 */
public record AlterColumn(
        String column,
        Optional<String> newName,
        Optional<ColumnType> newType,
        Optional<Conversion> conversion,
        Optional<Value> fillNull,
        Optional<Boolean> nullable,
        Optional<DefaultChange> newDefault,
        Optional<CommentChange> newComment,
        Optional<NumberingChange> newNumbering)
        implements TableChange {

    /** A change that leaves the numbering of rows as it is. */
    public AlterColumn(
            String column,
            Optional<String> newName,
            Optional<ColumnType> newType,
            Optional<Conversion> conversion,
            Optional<Value> fillNull,
            Optional<Boolean> nullable,
            Optional<DefaultChange> newDefault,
            Optional<CommentChange> newComment) {
        this(column, newName, newType, conversion, fillNull, nullable, newDefault, newComment, Optional.empty());
    }

    /** A change that leaves the comment as it is, and the numbering of rows. */
    public AlterColumn(
            String column,
            Optional<String> newName,
            Optional<ColumnType> newType,
            Optional<Conversion> conversion,
            Optional<Value> fillNull,
            Optional<Boolean> nullable,
            Optional<DefaultChange> newDefault) {
        this(column, newName, newType, conversion, fillNull, nullable, newDefault, Optional.empty());
    }

    /** A change of a column that changes nothing yet. */
    public static AlterColumn of(String column) {
        return new AlterColumn(
                column,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The column's name after the change. */
    public String nameAfter() {
        return newName.orElse(column);
    }

    /** This change, to another type. */
    public AlterColumn withNewType(ColumnType type) {
        return new AlterColumn(
                column,
                newName,
                Optional.of(type),
                conversion,
                fillNull,
                nullable,
                newDefault,
                newComment,
                newNumbering);
    }

    /** This change, which converts the values so as well. */
    public AlterColumn withConversion(Conversion how) {
        return new AlterColumn(
                column, newName, newType, Optional.of(how), fillNull, nullable, newDefault, newComment, newNumbering);
    }

    /** This change, to another default or none as well. */
    public AlterColumn withDefault(Optional<Value> value) {
        return new AlterColumn(
                column,
                newName,
                newType,
                conversion,
                fillNull,
                nullable,
                Optional.of(new DefaultChange(value)),
                newComment,
                newNumbering);
    }

    /** The column after the change. */
    public Column changed(Column before) {
        Column unnumbered = newNumbering.isPresent() ? before.withAutoIncrement(Optional.empty()) : before;
        Column after = unnumbered.withName(nameAfter());
        after = newType.map(after::withType).orElse(after);
        after = nullable.map(after::withNullable).orElse(after);
        after = newDefault.isPresent() ? after.withDefault(newDefault.get().value()) : after;
        after = newComment.isPresent() ? after.withComment(newComment.get().comment()) : after;
        return newNumbering.isPresent()
                ? after.withAutoIncrement(newNumbering.get().numbering())
                : after;
    }

    @Override
    public SchemaModel applyTo(String table, SchemaModel before) {
        requireGivenValues(before.table(table).column(column));
        newType.ifPresent(before::requireKnown);
        SchemaModel changed = before.withTableChanged(
                table,
                current -> current.withColumnChanged(column, old -> changed(old).withName(column)));
        return nameAfter().equals(column) ? changed : changed.withColumnRenamed(table, column, nameAfter());
    }

    private void requireGivenValues(Column old) {
        if (old.generated().isPresent() && (conversion.isPresent() || fillNull.isPresent())) {
            throw new InvalidSchemaException(
                    "column \"%s\" is generated from others, so its values cannot be converted or filled"
                            .formatted(column));
        }
    }

    @Override
    public TableChange reverse(Table before) {
        Column old = before.column(column);
        return new AlterColumn(
                nameAfter(),
                newName.map(name -> column),
                newType.map(type -> old.type()),
                conversion.map(Conversion::inverse),
                Optional.empty(),
                nullable.map(changed -> old.nullable()),
                newDefault.map(changed -> new DefaultChange(old.defaultValue())),
                newComment.map(changed -> new CommentChange(old.comment())),
                newNumbering.map(changed -> new NumberingChange(old.autoIncrement())));
    }

    @Override
    public TableChange on(DialectId dialect) {
        return new AlterColumn(
                column,
                newName,
                newType.map(type -> type.on(dialect)),
                conversion,
                fillNull.map(value -> value.on(dialect)),
                nullable,
                newDefault.map(change -> new DefaultChange(change.value().map(value -> value.on(dialect)))),
                newComment,
                newNumbering);
    }

    @Override
    public String describe() {
        List<String> parts = new ArrayList<>();
        newName.ifPresent(name -> parts.add("rename to \"%s\"".formatted(name)));
        newType.ifPresent(type -> parts.add("change type"));
        fillNull.ifPresent(value -> parts.add("fill NULLs"));
        nullable.ifPresent(may -> parts.add(may ? "allow NULL" : "set NOT NULL"));
        newDefault.ifPresent(change -> parts.add(change.value().isPresent() ? "set default" : "drop default"));
        newComment.ifPresent(change -> parts.add(change.describe()));
        newNumbering.ifPresent(change -> parts.add(change.describe()));
        return "alter column \"%s\" (%s)".formatted(column, String.join(", ", parts));
    }
}
