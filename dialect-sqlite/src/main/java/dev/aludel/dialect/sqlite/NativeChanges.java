package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.ServerVersion;
import dev.aludel.dialect.Step;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.EnumType;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CommentTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.TableChange;
import java.util.Optional;

/** Which changes SQLite's own ALTER TABLE makes without losing anything (lang_altertable.html). */
record NativeChanges(ServerVersion version) {

    /** Whether a step changes a table in a way that needs a rebuild. */
    boolean needRebuild(Step step) {
        return step.operation() instanceof AlterTable alter && !cover(alter, step.before());
    }

    private boolean cover(AlterTable alter, SchemaModel before) {
        SchemaModel current = before;
        for (TableChange change : alter.changes()) {
            if (!covers(change, current.table(alter.table()))) {
                return false;
            }
            current = change.applyTo(alter.table(), current);
        }
        return true;
    }

    private boolean covers(TableChange change, Table table) {
        if (change instanceof AddColumn add) {
            return covers(add);
        }
        if (change instanceof AlterColumn alter) {
            Column before = table.column(alter.column());
            return alter.conversion().isEmpty() && alter.fillNull().isEmpty() && isKept(before, alter.changed(before));
        }
        if (change instanceof CommentTable) {
            return true;
        }
        if (change instanceof DropColumn drop && table.column(drop.column()).type() instanceof EnumType) {
            return false;
        }
        // DROP COLUMN of 3.35.0 to 3.35.4 could corrupt the file (releaselog/3_35_5.html).
        return change instanceof DropColumn && version.isAtLeast(3, 35, 5);
    }

    /** SQLite keeps no comments, renames by itself, and numbers an INTEGER that is the primary key anyway. */
    private static boolean isKept(Column before, Column after) {
        Column kept = after.withName(before.name()).withComment(before.comment());
        boolean isRowid = before.type() == ColumnType.Simple.INTEGER;
        return isRowid
                ? kept.withAutoIncrement(Optional.empty()).equals(before.withAutoIncrement(Optional.empty()))
                : kept.equals(before);
    }

    /** A fill by UPDATE would fire triggers, so that only what the default itself fills is left to SQLite. */
    private static boolean covers(AddColumn add) {
        if (add.column().generated().isPresent()) {
            return !add.column().generated().get().stored();
        }
        Optional<Value> value = add.column().defaultValue();
        return add.column().autoIncrement().isEmpty()
                && value.map(NativeChanges::isConstant).orElse(true)
                && (add.fill().isEmpty() || add.fill().equals(value))
                && (add.column().nullable()
                        || value.filter(given -> !(given instanceof Value.Null)).isPresent());
    }

    /** Whether ADD COLUMN takes it for a default. */
    static boolean isConstant(Value value) {
        return value instanceof Value.Text
                || value instanceof Value.Numeric
                || value instanceof Value.Logical
                || value instanceof Value.Null;
    }
}
