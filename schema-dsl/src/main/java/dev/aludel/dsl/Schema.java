package dev.aludel.dsl;

import dev.aludel.model.DialectId;
import dev.aludel.model.NamingConvention;
import dev.aludel.operation.AlterTable;
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
public final class Schema extends ObjectRecorder {

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
        List<Operation> operations = new ArrayList<>();
        for (Supplier<Operation> complete : schema.recorded) {
            operations.add(complete.get());
        }
        return List.copyOf(operations);
    }

    /** Creates a table of what {@code definition} adds to it. */
    public CreatedTable createTable(String table, Consumer<NewTable> definition) {
        NewTable newTable = new NewTable(table, naming);
        definition.accept(newTable);
        return recorded(new CreatedTable(table, newTable));
    }

    /** Drops a table and its rows. */
    public DroppedTable dropTable(String table) {
        return recorded(new DroppedTable(table));
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
        return recorded(new NewIndex(index, table, List.of(columns)));
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
        return recorded(new DroppedIndex(index, table));
    }

    /** Gives an index of {@code table} another name: {@code renameIndex("ix_a", "sessions").to("ix_b")}. */
    public RenamedIndex renameIndex(String index, String table) {
        return recorded(new RenamedIndex(index, table));
    }

    /**
     * Runs SQL that every database understands; an argument may hold several statements, each ended by a semicolon. Nothing
     * in it is replaced: {@code :name}, {@code ?} and {@code %} pass as they are.
     */
    public RawSql execute(String... statements) {
        return recorded(RawSql.everywhere(List.of(statements), naming));
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
        return recorded(RawSql.perDialect(naming)).on(dialects);
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
        return recorded(new DialectBranches(naming)).on(dialect, author);
    }

    /** Says what is done on both of these dialects; the others follow in the same chain. */
    public DialectBranches on(DialectId dialect, DialectId second, Consumer<Schema> author) {
        return recorded(new DialectBranches(naming)).on(dialect, second, author);
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
        recorded(new DialectBranches(naming)).nothingOn(dialect, reason).otherwise(author);
    }

    /** Sets columns of existing rows: {@code update("tasks").set("status", "unknown").where("status IS NULL")}. */
    public RowUpdate update(String table) {
        return recorded(new RowUpdate(table, naming));
    }

    /**
     * Inserts rows: {@code insertInto("plans").row(r -> r.set("id", 1).set("name", "free"))}. Without a word on how to undo
     * it, a downgrade deletes them again by their primary keys.
     */
    public RowInsert insertInto(String table) {
        return recorded(new RowInsert(naming, table));
    }

    /** Inserts what a query finds: {@code insertInto("archive", "id", "name").select("SELECT id, name FROM plans")}. */
    public SelectInsert insertInto(String table, String column, String... more) {
        return recorded(new SelectInsert(
                naming, table, Stream.concat(Stream.of(column), Stream.of(more)).toList()));
    }

    /** Deletes rows: {@code deleteFrom("sessions").where("expires_at < ?", 0)}. */
    public RowDeletion deleteFrom(String table) {
        return recorded(new RowDeletion(naming, table));
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
     * Tries operations, and does others where the database refuses one of them; what was tried is undone first. They follow
     * in the same chain: {@code attempt(s -> s.execute("CREATE EXTENSION pg_trgm")).orElse(s -> …)}. Locks, a full disk or a
     * lost connection are no refusals, and fail the revision as ever. Where DDL commits by itself, on MySQL, one statement
     * can be tried.
     */
    public AttemptedChanges attempt(Consumer<Schema> author) {
        return recorded(new AttemptedChanges(naming, author));
    }

    /**
     * Fails the revision unless a query gives a value, once the steps before it are done: {@code expect("every order has a
     * customer").query("SELECT count(*) FROM orders WHERE customer_id IS NULL").returns(0)}.
     */
    public Expectation expect(String what) {
        return recorded(new Expectation(what));
    }

    /** Runs Java on the migration's connection. */
    public CodeStep run(String description, MigrationCode code) {
        return run(description, (connection, model) -> code.run(connection));
    }

    /** Runs Java on the migration's connection, which is told the schema that the steps before it made. */
    public CodeStep run(String description, SchemaCode code) {
        return recorded(new CodeStep(description, code, naming));
    }

    @Override
    <R extends Supplier<Operation>> R recorded(R recording) {
        recorded.add(recording);
        return recording;
    }

    private void guard(Kind kind, String table, String name, boolean present, Consumer<Schema> author) {
        List<Operation> guarded = record(naming, author);
        recorded.add(() -> new GuardedOperations(new SchemaCondition(kind, table, name, present), guarded));
    }
}
