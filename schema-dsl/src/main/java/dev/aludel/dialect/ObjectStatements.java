package dev.aludel.dialect;

import dev.aludel.model.Column;
import dev.aludel.model.DatabaseObject;
import dev.aludel.model.DatabaseObject.Kind;
import dev.aludel.model.PerDialect;
import dev.aludel.model.Value;
import dev.aludel.operation.AnalyzeTable;
import dev.aludel.operation.CreateObject;
import dev.aludel.operation.DropObject;
import dev.aludel.operation.RefreshView;
import dev.aludel.operation.RenameViewColumn;
import dev.aludel.operation.RenameViewIndex;
import dev.aludel.sql.Action;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Probe;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Creates and drops what a schema has besides tables and enums: in standard SQL here, and a dialect overrides what it
 * spells otherwise. A database without materialized views takes a plain view where its author allows that, and one without
 * extensions skips them.
 */
public class ObjectStatements {

    private final Compiler compiler;

    /** Writes as {@code compiler} does. */
    public ObjectStatements(Compiler compiler) {
        this.compiler = compiler;
    }

    /** What an operation creates. */
    protected List<Action> create(CreateObject operation, Step step) {
        List<Action> actions = new ArrayList<>();
        DatabaseObject object = operation.object();
        if (operation.replacing() && !replacesInPlace(object)) {
            actions.addAll(drop(step.before().object(object.kind(), object.name()), operation.describe()));
        }
        boolean inPlace = operation.replacing() && replacesInPlace(object);
        actions.addAll(created(object, creation(object, operation.replacing(), step), operation.describe(), inPlace));
        return actions;
    }

    /** What an operation drops. */
    protected List<Action> drop(DropObject operation, Step step) {
        return drop(step.before().object(operation.kind(), operation.name()), operation.describe());
    }

    /** A plain view has no rows that could be out of date. */
    protected List<Action> refresh(RefreshView operation, Step step) {
        requirePlain(step.before().view(operation.view()));
        return List.of();
    }

    /** The view is made anew, with the query that has the new name. */
    protected List<Action> renameColumn(RenameViewColumn operation, Step step) {
        List<Action> actions = new ArrayList<>(drop(step.before().view(operation.view()), operation.describe()));
        DatabaseObject.View view = step.after().view(operation.view());
        actions.addAll(created(view, creation(view, false, step), operation.describe(), false));
        return actions;
    }

    /** A plain view has no indexes. */
    protected List<Action> renameIndex(RenameViewIndex operation, Step step) {
        requirePlain(step.before().view(operation.view()));
        return List.of();
    }

    /** Has the database look at a table's rows. */
    protected List<Action> analyze(AnalyzeTable operation, Step step) {
        return List.of(statement(sql("ANALYZE $N", operation.table()), operation.describe()));
    }

    /** Whether CREATE OR REPLACE makes a new form of {@code object} while the old one is there. */
    protected boolean replacesInPlace(DatabaseObject object) {
        return false;
    }

    /** The statements that create an object, in order. */
    protected List<Sql> creation(DatabaseObject object, boolean replacing, Step step) {
        if (object instanceof DatabaseObject.View view) {
            return view(view, replacing);
        }
        if (object instanceof DatabaseObject.Routine routine) {
            return raw(routine.definition(), object);
        }
        if (object instanceof DatabaseObject.Trigger trigger) {
            return raw(trigger.definition(), object);
        }
        return object instanceof DatabaseObject.UpdatedAtTrigger trigger
                ? updatedAt(trigger, step.after().table(trigger.onTable()).column(trigger.column()), step)
                : List.of();
    }

    /** The statements that create a view. */
    protected List<Sql> view(DatabaseObject.View view, boolean replacing) {
        requirePlain(view);
        return List.of(sql("CREATE VIEW $N AS\n$S", view.name(), query(view)));
    }

    /** The statements that create a trigger which keeps the time of a row's last change. */
    protected List<Sql> updatedAt(DatabaseObject.UpdatedAtTrigger trigger, Column column, Step step) {
        throw new UnsupportedOnDialectException("a trigger for column \"%s\" of table \"%s\" cannot be written here"
                .formatted(trigger.column(), trigger.onTable()));
    }

    /** The statements that drop an object; none where there was nothing to create. */
    protected List<Sql> removal(DatabaseObject object) {
        return object.kind() == Kind.EXTENSION || isNothing(object)
                ? List.of()
                : List.of(sql("DROP $S $N", Sql.raw(object.kind().name()), object.name()));
    }

    /** What a view shows here. */
    protected final Sql query(DatabaseObject.View view) {
        return Sql.raw(compiler.chosen(view.query()).orElseThrow(() -> missing(view, view.query())));
    }

    /** The database's clock, in the form that {@code column} takes. */
    protected final Sql clock(Column column) {
        return compiler.storedValue(Value.currentTimestamp(), column);
    }

    protected final Sql sql(String template, Object... arguments) {
        return compiler.sql(template, arguments);
    }

    protected final Statement statement(Sql sql, String summary) {
        return Statement.of(sql, summary, LockImpact.none());
    }

    private List<Action> drop(DatabaseObject object, String summary) {
        List<Sql> removal = removal(object);
        return removal.stream()
                .<Action>map(sql -> probe(object, removal)
                        .map(there -> statement(sql, summary).leadsTo(there.negated()))
                        .orElseGet(() -> statement(sql, summary)))
                .toList();
    }

    private List<Action> created(DatabaseObject object, List<Sql> creation, String summary, boolean inPlace) {
        return creation.stream()
                .<Action>map(sql -> {
                    Statement statement = statement(sql, summary);
                    return inPlace
                            ? statement.asRepeatable()
                            : probe(object, creation).map(statement::leadsTo).orElse(statement);
                })
                .toList();
    }

    /** What tells whether a statement took effect, where it is the only one. */
    private static Optional<Probe> probe(DatabaseObject object, List<Sql> statements) {
        return statements.size() == 1 && object.kind() != Kind.EXTENSION
                ? Optional.of(
                        Probe.objectExists(Probe.Kind.valueOf(object.kind().name()), object.name()))
                : Optional.empty();
    }

    private List<Sql> raw(PerDialect<List<String>> definition, DatabaseObject object) {
        return compiler.chosen(definition).orElseThrow(() -> missing(object, definition)).stream()
                .map(Sql::raw)
                .toList();
    }

    private boolean isNothing(DatabaseObject object) {
        Optional<PerDialect<List<String>>> definition = object instanceof DatabaseObject.Routine routine
                ? Optional.of(routine.definition())
                : object instanceof DatabaseObject.Trigger trigger
                        ? Optional.of(trigger.definition())
                        : Optional.empty();
        return definition.flatMap(compiler::chosen).filter(List::isEmpty).isPresent();
    }

    private static UnsupportedOnDialectException missing(DatabaseObject object, PerDialect<?> given) {
        return new UnsupportedOnDialectException("%s \"%s\" was given for %s only"
                .formatted(
                        object.kind().words(), object.name(), given.byDialect().keySet()));
    }

    private static void requirePlain(DatabaseObject.View view) {
        if (view.storage().filter(storage -> !storage.otherwiseView()).isPresent()) {
            throw new UnsupportedOnDialectException(
                    "\"%s\" is a materialized view, which this database doesn't have: say otherwiseView() where a plain view does as well"
                            .formatted(view.name()));
        }
    }
}
