package dev.aludel.dsl;

import dev.aludel.model.DatabaseObject;
import dev.aludel.model.DatabaseObject.Kind;
import dev.aludel.model.EnumType;
import dev.aludel.model.NamingConvention;
import dev.aludel.operation.AlterEnum;
import dev.aludel.operation.AnalyzeTable;
import dev.aludel.operation.CreateEnum;
import dev.aludel.operation.CreateObject;
import dev.aludel.operation.DropEnum;
import dev.aludel.operation.DropObject;
import dev.aludel.operation.Operation;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Records what {@link Schema} says of enums, views, routines, triggers and extensions. */
public abstract sealed class ObjectRecorder permits Schema {

    ObjectRecorder() {}

    /** Takes note of an operation, which is complete when the revision is. */
    abstract <R extends Supplier<Operation>> R recorded(R recording);

    /**
     * Creates an enum, for columns of this and later revisions: {@code createEnum(STATUS)}, where {@code STATUS} is
     * {@code enumeration("taskstatus", "pending", "running")}.
     */
    public void createEnum(EnumType type) {
        add(() -> new CreateEnum(type));
    }

    /** Changes the values of an enum, and with it all columns that use it: {@code alterEnum("stage", e -> e.addValue("lost"))}. */
    public void alterEnum(String name, Consumer<EnumAlteration> alteration) {
        EnumAlteration changes = new EnumAlteration(name);
        alteration.accept(changes);
        add(() -> new AlterEnum(name, changes.build()));
    }

    /** Drops an enum that no column uses any more. */
    public void dropEnum(String name) {
        add(() -> new DropEnum(name));
    }

    /** Creates a view of a query that every database understands. */
    public void createView(String name, String query) {
        createView(name, view -> view.otherwise(query));
    }

    /** Creates a view of what {@code definition} says. */
    public void createView(String name, Consumer<NewView> definition) {
        create(view(name, definition), false);
    }

    /** Has a view show something else; its columns stay, and new ones may follow them. */
    public void replaceView(String name, String query) {
        create(view(name, view -> view.otherwise(query)), true);
    }

    /** Has a view show what {@code definition} says; its columns stay, and new ones may follow them. */
    public void replaceView(String name, Consumer<NewView> definition) {
        create(view(name, definition), true);
    }

    /** Creates a view that keeps its rows until it is refreshed: on PostgreSQL, and where a plain view does as well. */
    public void createMaterializedView(String name, Consumer<NewMaterializedView> definition) {
        NewMaterializedView view = new NewMaterializedView(name);
        definition.accept(view);
        create(view::build, false);
    }

    /** Brings a materialized view up to date. */
    public RefreshedView refreshMaterializedView(String name) {
        return recorded(new RefreshedView(name));
    }

    /** Gives a column of a view another name. */
    public RenamedViewColumn renameViewColumn(String view, String from, String to) {
        return recorded(new RenamedViewColumn(view, from, to));
    }

    /** Gives an index of a materialized view another name: {@code renameViewIndex("ix_a", "states").to("ix_b")}. */
    public RenamedViewIndex renameViewIndex(String index, String view) {
        return recorded(new RenamedViewIndex(index, view));
    }

    /** Drops a view, materialized or not. */
    public void dropView(String name) {
        drop(Kind.VIEW, name);
    }

    /** Creates a function, by statements for each dialect. */
    public RawObject createFunction(String name) {
        return routine(Kind.FUNCTION, name, false);
    }

    /** Creates a function in the place of the one of its name. */
    public RawObject replaceFunction(String name) {
        return routine(Kind.FUNCTION, name, true);
    }

    /** Drops a function. */
    public void dropFunction(String name) {
        drop(Kind.FUNCTION, name);
    }

    /** Creates a procedure, by statements for each dialect. */
    public RawObject createProcedure(String name) {
        return routine(Kind.PROCEDURE, name, false);
    }

    /** Creates a procedure in the place of the one of its name. */
    public RawObject replaceProcedure(String name) {
        return routine(Kind.PROCEDURE, name, true);
    }

    /** Drops a procedure. */
    public void dropProcedure(String name) {
        drop(Kind.PROCEDURE, name);
    }

    /** Creates a trigger of {@code table}, by statements for each dialect. */
    public RawObject createTrigger(String name, String table) {
        return recorded(new RawObject(definition -> new DatabaseObject.Trigger(name, table, definition), false));
    }

    /** Creates a trigger in the place of the one of its name. */
    public RawObject replaceTrigger(String name, String table) {
        return recorded(new RawObject(definition -> new DatabaseObject.Trigger(name, table, definition), true));
    }

    /** Drops a trigger. */
    public void dropTrigger(String name) {
        drop(Kind.TRIGGER, name);
    }

    /** Has a column hold the time of its row's last change, by a trigger called {@code set_<column>_of_<table>}. */
    public NewUpdatedAtTrigger updatedAtTrigger(String table, String column) {
        return recorded(new NewUpdatedAtTrigger(table, column));
    }

    /** Drops what {@code updatedAtTrigger} made, unless it was given a name of its own. */
    public void dropUpdatedAtTrigger(String table, String column) {
        dropTrigger(NamingConvention.updatedAtTrigger(table, column));
    }

    /** Makes sure of an extension on PostgreSQL; a downgrade leaves it, since others may use it by then. */
    public void createExtension(String name) {
        create(() -> new DatabaseObject.Extension(name), false);
    }

    /** Drops an extension on PostgreSQL. */
    public void dropExtension(String name) {
        drop(Kind.EXTENSION, name);
    }

    /** Has the database gather what it plans queries of a table by. */
    public void analyze(String table) {
        add(() -> new AnalyzeTable(table));
    }

    private static Supplier<DatabaseObject> view(String name, Consumer<NewView> definition) {
        NewView view = new NewView(name);
        definition.accept(view);
        return view::build;
    }

    private RawObject routine(Kind kind, String name, boolean replacing) {
        return recorded(new RawObject(definition -> new DatabaseObject.Routine(kind, name, definition), replacing));
    }

    private void create(Supplier<? extends DatabaseObject> object, boolean replacing) {
        add(() -> new CreateObject(object.get(), replacing));
    }

    private void drop(Kind kind, String name) {
        add(() -> new DropObject(kind, name));
    }

    private void add(Supplier<Operation> operation) {
        recorded(operation);
    }
}
