package dev.aludel.dsl;

import dev.aludel.model.DatabaseObject;
import dev.aludel.model.DatabaseObject.Kind;
import dev.aludel.model.NamingConvention;
import dev.aludel.operation.AnalyzeTable;
import dev.aludel.operation.CreateObject;
import dev.aludel.operation.DropObject;
import dev.aludel.model.DialectId;
import dev.aludel.model.EnumType;
import dev.aludel.model.NamingConvention;
import dev.aludel.operation.AlterEnum;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CreateEnum;
import dev.aludel.operation.DropEnum;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.GuardedOperations;
import dev.aludel.operation.MigrationCode;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.SchemaCode;
import dev.aludel.operation.SchemaCondition;
import dev.aludel.operation.SchemaCondition.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Records what a revision does to the schema, in order. Nothing runs while it records.
 *
 * <pre>{@code
 * schema.createTable("sessions", t -> {
 *     t.column("id", string()).primaryKey();
 *     t.column("user_id", string()).notNull();
 * });
 * schema.createIndex("ix_sessions_user_id", "sessions", "user_id");
 * }</pre>
 */
public final class Schema {

    private final List<Supplier<Operation>> recorded = new ArrayList<>();

    private final NamingConvention naming;

    private Schema(NamingConvention naming) {
        this.naming = naming;
    }

    /**
     * The operations that {@code author} asks for, in order.
     *
     * @throws dev.aludel.model.InvalidSchemaException when an operation was left incomplete or contradicts itself
     */
    public static List<Operation> record(Consumer<Schema> author) {
        return record(NamingConvention.standard(), author);
    }

    /** The operations that {@code author} asks for, with what has no name of its own named by a convention. */
    public static List<Operation> record(NamingConvention naming, Consumer<Schema> author) {
        Schema schema = new Schema(naming);
        author.accept(schema);
        return schema.recorded.stream().map(Supplier::get).toList();
    }

    /** Creates a table of what {@code definition} adds to it. */
    public CreatedTable createTable(String table, Consumer<NewTable> definition) {
        NewTable newTable = new NewTable(table, naming);
        definition.accept(newTable);
        return record(new CreatedTable(table, newTable));
    }

    /** Drops a table and its rows. */
    public void dropTable(String table) {
        recorded.add(() -> new DropTable(table));
    }

    /** Gives a table another name; foreign keys that refer to it follow. */
    public void renameTable(String from, String to) {
        recorded.add(() -> new RenameTable(from, to));
    }

    /** Changes a table; all changes together take as few passes over its rows as the database allows. */
    public void alterTable(String table, Consumer<TableAlteration> alteration) {
        TableAlteration changes = new TableAlteration(table, naming);
        alteration.accept(changes);
        recorded.add(() -> new AlterTable(table, changes.build()));
    }

    /** Creates an index over {@code columns}, in this order, and over the parts that it is given besides. */
    public NewIndex createIndex(String index, String table, String... columns) {
        return record(new NewIndex(index, table, List.of(columns)));
    }

    /** Creates an index over {@code columns}, in this order, under the name that the history's convention gives it. */
    public NewIndex createIndexOn(String table, String... columns) {
        return createIndex(naming.index(table, List.of(columns)), table, columns);
    }

    /** Drops the index over {@code columns} that {@link #createIndexOn} made. */
    public DroppedIndex dropIndexOn(String table, String... columns) {
        return dropIndex(naming.index(table, List.of(columns)), table);
    }

    /** Drops an index of {@code table}. */
    public DroppedIndex dropIndex(String index, String table) {
        return record(new DroppedIndex(index, table));
    }

    /** Gives an index of {@code table} another name: {@code renameIndex("ix_a", "sessions").to("ix_b")}. */
    public RenamedIndex renameIndex(String index, String table) {
        return record(new RenamedIndex(index, table));
    }

    /**
     * Creates an enum, for columns of this and later revisions: {@code createEnum(STATUS)}, where {@code STATUS} is
     * {@code enumeration("taskstatus", "pending", "running")}.
     */
    public void createEnum(EnumType type) {
        recorded.add(() -> new CreateEnum(type));
    }

    /** Changes the values of an enum, and with it all columns that use it: {@code alterEnum("stage", e -> e.addValue("lost"))}. */
    public void alterEnum(String name, Consumer<EnumAlteration> alteration) {
        EnumAlteration changes = new EnumAlteration(name);
        alteration.accept(changes);
        recorded.add(() -> new AlterEnum(name, changes.build()));
    }

    /** Drops an enum that no column uses any more. */
    public void dropEnum(String name) {
        recorded.add(() -> new DropEnum(name));
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
        return record(new RefreshedView(name));
    }

    /** Gives a column of a view another name. */
    public RenamedViewColumn renameViewColumn(String view, String from, String to) {
        return record(new RenamedViewColumn(view, from, to));
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
        return record(new RawObject(definition -> new DatabaseObject.Trigger(name, table, definition), false));
    }

    /** Creates a trigger in the place of the one of its name. */
    public RawObject replaceTrigger(String name, String table) {
        return record(new RawObject(definition -> new DatabaseObject.Trigger(name, table, definition), true));
    }

    /** Drops a trigger. */
    public void dropTrigger(String name) {
        drop(Kind.TRIGGER, name);
    }

    /** Has a column hold the time of its row's last change, by a trigger called {@code set_<column>_of_<table>}. */
    public void updatedAtTrigger(String table, String column) {
        String name = NamingConvention.updatedAtTrigger(table, column);
        create(() -> new DatabaseObject.UpdatedAtTrigger(name, table, column), false);
    }

    /** Drops what {@code updatedAtTrigger} made. */
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
        recorded.add(() -> new AnalyzeTable(table));
    }

    /**
     * Runs SQL that every database understands; an argument may hold several statements, each ended by a semicolon. Nothing
     * in it is replaced: {@code :name}, {@code ?} and {@code %} pass as they are.
     */
    public RawSql execute(String... statements) {
        return record(RawSql.everywhere(List.of(statements), naming));
    }

    /**
     * Runs the SQL of a file on the class path, as {@link #execute}; it is read, in UTF-8, while the revision is recorded.
     *
     * @param owner the class that it lies beside, or that loads it where the name begins with a slash
     * @throws dev.aludel.model.InvalidSchemaException when there is no such file
     */
    public RawSql executeResource(Class<?> owner, String file) {
        return execute(SqlResource.read(owner, file));
    }

    /**
     * Says what runs on some dialects; the others follow in the same chain, and one that is left out is an error while
     * planning.
     */
    public RawSql.On on(DialectId... dialects) {
        return record(RawSql.perDialect(naming)).on(dialects);
    }

    /**
     * Says what is done on one dialect, by any operations; the others follow in the same chain, and one that is left out is
     * an error while planning.
     *
     * <pre>{@code
     * schema.on(POSTGRESQL, s -> s.createIndex("ix_meta", "runs").expression("meta"))
     *         .on(MYSQL, s -> s.alterTable("runs", t -> t.dropColumn("meta")))
     *         .otherwiseNothing("no such index there");
     * }</pre>
     */
    public DialectBranches on(DialectId dialect, Consumer<Schema> author) {
        return record(new DialectBranches(naming)).on(dialect, author);
    }

    /** Says what is done on both of these dialects; the others follow in the same chain. */
    public DialectBranches on(DialectId dialect, DialectId second, Consumer<Schema> author) {
        return record(new DialectBranches(naming)).on(dialect, second, author);
    }

    /** Does this on one dialect, and nothing on the others. */
    public void onlyOn(DialectId dialect, Consumer<Schema> author) {
        on(dialect, author).otherwiseNothing("only there");
    }

    /**
     * Does this on all dialects but one.
     *
     * @param reason why not there, for whoever reads the revision
     */
    public void skipOn(DialectId dialect, String reason, Consumer<Schema> author) {
        record(new DialectBranches(naming)).nothingOn(dialect, reason).otherwise(author);
    }

    /** Sets columns of existing rows: {@code update("tasks").set("status", "unknown").where("status IS NULL")}. */
    public RowUpdate update(String table) {
        return record(new RowUpdate(table, naming));
    }

    /**
     * Inserts rows: {@code insertInto("plans").row(r -> r.set("id", 1).set("name", "free"))}. Without a word on how to undo
     * it, a downgrade deletes them again by their primary keys.
     */
    public RowInsert insertInto(String table) {
        return record(new RowInsert(naming, table));
    }

    /** Inserts what a query finds: {@code insertInto("archive", "id", "name").select("SELECT id, name FROM plans")}. */
    public SelectInsert insertInto(String table, String column, String... more) {
        return record(new SelectInsert(
                naming, table, Stream.concat(Stream.of(column), Stream.of(more)).toList()));
    }

    /** Deletes rows: {@code deleteFrom("sessions").where("expires_at < ?", 0)}. */
    public RowDeletion deleteFrom(String table) {
        return record(new RowDeletion(naming, table));
    }

    /**
     * Does this only if the table is there: in the database, looked at just before; in a script, by what the revisions say.
     * A downgrade undoes it if the revisions say that it was done; so it is with the guards below.
     */
    public void ifTableExists(String table, Consumer<Schema> author) {
        guard(Kind.TABLE, table, table, true, author);
    }

    /** Does this only if the table isn't there. */
    public void unlessTableExists(String table, Consumer<Schema> author) {
        guard(Kind.TABLE, table, table, false, author);
    }

    /** Does this only if the table is there and has the column. */
    public void ifColumnExists(String table, String column, Consumer<Schema> author) {
        guard(Kind.COLUMN, table, column, true, author);
    }

    /** Does this only if the table has no such column. */
    public void unlessColumnExists(String table, String column, Consumer<Schema> author) {
        guard(Kind.COLUMN, table, column, false, author);
    }

    /** Does this only if the table is there and has the index. */
    public void ifIndexExists(String index, String table, Consumer<Schema> author) {
        guard(Kind.INDEX, table, index, true, author);
    }

    /** Does this only if the table has no such index. */
    public void unlessIndexExists(String index, String table, Consumer<Schema> author) {
        guard(Kind.INDEX, table, index, false, author);
    }

    /** Does this only if the table is there and has the constraint. */
    public void ifConstraintExists(String table, String constraint, Consumer<Schema> author) {
        guard(Kind.CONSTRAINT, table, constraint, true, author);
    }

    /** Does this only if the table has no such constraint. */
    public void unlessConstraintExists(String table, String constraint, Consumer<Schema> author) {
        guard(Kind.CONSTRAINT, table, constraint, false, author);
    }

    /**
     * Fails the revision unless a query gives a value, once the steps before it are done: {@code expect("every order has a
     * customer").query("SELECT count(*) FROM orders WHERE customer_id IS NULL").returns(0)}.
     */
    public Expectation expect(String what) {
        return record(new Expectation(what));
    }

    /** Runs Java on the migration's connection. */
    public CodeStep run(String description, MigrationCode code) {
        return run(description, (connection, model) -> code.run(connection));
    }

    /** Runs Java on the migration's connection, which is told the schema that the steps before it made. */
    public CodeStep run(String description, SchemaCode code) {
        return record(new CodeStep(description, code, naming));
    }

    private static Supplier<DatabaseObject> view(String name, Consumer<NewView> definition) {
        NewView view = new NewView(name);
        definition.accept(view);
        return view::build;
    }

    private RawObject routine(Kind kind, String name, boolean replacing) {
        return record(new RawObject(definition -> new DatabaseObject.Routine(kind, name, definition), replacing));
    }

    private void create(Supplier<? extends DatabaseObject> object, boolean replacing) {
        recorded.add(() -> new CreateObject(object.get(), replacing));
    }

    private void drop(Kind kind, String name) {
        recorded.add(() -> new DropObject(kind, name));
    }

    private <R extends Supplier<Operation>> R record(R recording) {
        recorded.add(recording);
        return recording;
    }

    private void guard(Kind kind, String table, String name, boolean present, Consumer<Schema> author) {
        List<Operation> guarded = record(naming, author);
        recorded.add(() -> new GuardedOperations(new SchemaCondition(kind, table, name, present), guarded));
    }
}
