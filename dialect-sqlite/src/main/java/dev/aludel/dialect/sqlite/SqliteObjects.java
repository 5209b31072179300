package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.ObjectStatements;
import dev.aludel.dialect.Step;
import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.DatabaseObject;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.sql.Sql;
import java.util.List;

/** SQLite has plain views and triggers; its functions belong to the connection. */
final class SqliteObjects extends ObjectStatements {

    private final SqliteCompiler compiler;

    SqliteObjects(SqliteCompiler compiler) {
        super(compiler);
        this.compiler = compiler;
    }

    /**
     * A second UPDATE of the row, since SQLite's triggers can't change what is about to be written. It says nothing where the
     * row's own UPDATE sets the column, and ends by itself where triggers fire triggers.
     */
    @Override
    protected List<Sql> updatedAt(DatabaseObject.UpdatedAtTrigger trigger, Column column, Step step) {
        Table table = step.after().table(trigger.onTable());
        List<Sql> row = compiler.rowKey(table).stream()
                .map(key -> sql("$S = NEW.$S", key, key))
                .toList();
        if (row.isEmpty()) {
            throw new UnsupportedOnDialectException(
                    "table \"%s\" has neither a primary key nor a rowid by which a trigger could find a row"
                            .formatted(table.name()));
        }
        return List.of(sql(
                """
                CREATE TRIGGER $N AFTER UPDATE ON $N
                FOR EACH ROW WHEN NEW.$N IS OLD.$N AND NEW.$N IS NOT $S
                BEGIN
                    UPDATE $N SET $N = $S WHERE $S;
                END""",
                trigger.name(),
                table.name(),
                column.name(),
                column.name(),
                column.name(),
                clock(column),
                table.name(),
                column.name(),
                clock(column),
                Sql.joined(" AND ", row)));
    }

    /** The views and triggers of the model, as {@code sqlite_schema} would have them. */
    LiveSchema dependents(SchemaModel model, Step step) {
        return new LiveSchema(model.objects().stream()
                .filter(object ->
                        object.kind() == DatabaseObject.Kind.VIEW || object.kind() == DatabaseObject.Kind.TRIGGER)
                .flatMap(object -> creation(object, false, new Step(step.operation(), model, model)).stream()
                        .map(sql -> new SchemaObject(
                                object.kind().words(),
                                object.name(),
                                object.table().orElse(object.name()),
                                sql.text())))
                .toList());
    }
}
