package dev.aludel.dialect.sqlite;

import dev.aludel.model.Column;
import dev.aludel.model.Value;
import dev.aludel.operation.AddColumn;
import dev.aludel.sql.Sql;
import java.util.Optional;

/** A new column within a rebuild. */
record ColumnAddition(RebuildDraft draft, AddColumn change) {

    void apply() {
        Column column = change.column();
        Optional<Value> value = change.fill().or(column::defaultValue);
        boolean makesItsValues =
                column.autoIncrement().isPresent() || column.generated().isPresent();
        if (value.isEmpty() && !column.nullable() && !makesItsValues) {
            draft.check(draft.rowChecks()
                    .empty(
                            "table \"%s\" has rows, and none of them would have a value in column \"%s\", which does not allow NULL"
                                    .formatted(draft.table().name(), column.name()),
                            "Say with fill(…) what these rows get, or give the column a default."));
        }
        value.filter(Value.Expression.class::isInstance)
                .ifPresent(expression -> prepare(Sql.raw(((Value.Expression) expression).sql())));
        draft.names().add(column.name());
        Column working =
                new WorkingDefinitions(draft.compiler().sqlSyntax(), draft.table(), draft.names()).working(column);
        if (column.generated().isPresent()) {
            draft.rows().addGenerated(column.name());
        } else {
            draft.rows()
                    .set(
                            column.name(),
                            value.map(filling -> draft.compiler().stored(filling, column))
                                    .orElse(Sql.raw("NULL")));
        }
        draft.text(TableTextEdits.addColumn(
                draft.text(), draft.compiler().columnSql(working, draft.text().isStrict())));
    }

    /** An expression speaks of the columns as they are called by now, and may come to NULL. */
    private void prepare(Sql filling) {
        draft.reads(filling);
        draft.rows().settle(draft.table());
        if (!change.column().nullable()) {
            draft.check(draft.rowChecks()
                    .rows(
                            draft.compiler().template("($S) IS NULL", filling),
                            "rows of table \"%s\" would get NULL in the new column \"%s\", which does not allow it"
                                    .formatted(
                                            draft.table().name(),
                                            change.column().name()),
                            "Correct the filling of this revision, or what it reads in these rows."));
        }
    }
}
