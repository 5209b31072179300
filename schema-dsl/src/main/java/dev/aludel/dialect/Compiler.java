package dev.aludel.dialect;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Constraint;
import dev.aludel.model.DialectId;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.PerDialect;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.ReferentialAction;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.model.Value;
import dev.aludel.operation.AlterEnum;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CreateEnum;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DeleteRows;
import dev.aludel.operation.DropEnum;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.ExpectResult;
import dev.aludel.operation.InsertRows;
import dev.aludel.operation.InsertSelect;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RunCode;
import dev.aludel.operation.UpdateRows;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.CodeCall;
import dev.aludel.sql.Effort;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Probe;
import dev.aludel.sql.SessionSetting;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import dev.aludel.sql.Syntax;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Turns operations into SQL: standard SQL here, and a dialect overrides the clauses that it spells otherwise.
 *
 * <p>A compiler lives for one plan and reads no database while it compiles. What it can't express it refuses with an
 * {@link UnsupportedOnDialectException}, never with SQL that the server wouldn't take.
 */
public abstract class Compiler {

    private final DialectId dialect;
    private final Syntax syntax;
    private final CompileContext context;

    protected Compiler(DialectId dialect, Syntax syntax, CompileContext context) {
        this.dialect = dialect;
        this.syntax = syntax;
        this.context = context;
    }

    /**
     * Compiles the steps of one revision.
     *
     * @throws UnsupportedOnDialectException when the database can't do what a step asks for
     */
    public final CompiledRevision compile(List<Step> steps) {
        List<CompiledStep> guarded = new GuardedSteps(CascadingDrops.spelledOut(steps)).compile(this::compileSteps);
        List<CompiledStep> compiled = equipped(AttemptedSteps.compile(guarded, this::attempted));
        Preconditions preconditions = new Preconditions(compiled);
        List<CompiledStep> warned = new ArrayList<>();
        for (CompiledStep step : preconditions.steps()) {
            warned.add(warned(step));
        }
        return new CompiledRevision(settings(compiled), preconditions.checks(), warned);
    }

    private CompiledStep warned(CompiledStep compiled) {
        List<String> warnings = new ArrayList<>();
        for (Step step : compiled.steps()) {
            warnings.addAll(warnings(step));
        }
        return compiled.withWarnings(warnings);
    }

    /** The steps of a whole revision, with what the database should be told first for their sake. */
    protected List<CompiledStep> equipped(List<CompiledStep> compiled) {
        return compiled;
    }

    /** Where the database does something else than the step asks for, each a sentence without a full stop. */
    protected List<String> warnings(Step step) {
        return List.of();
    }

    /**
     * Looks at the live schema just before a step runs, and returns the step as it should run there: objects that the
     * model doesn't know are kept, and a contradiction to the model stops the step. Called only for steps that say they
     * read the live schema, inside the revision's transaction where there is one.
     *
     * @throws LiveSchemaException when the live table contradicts the model
     */
    public CompiledStep refine(CompiledStep step, Connection connection) throws SQLException {
        return step;
    }

    /** Compiles each step by itself; a dialect that folds neighbouring steps into one overrides this. */
    protected List<CompiledStep> compileSteps(List<Step> steps) {
        return steps.stream().map(this::compileStep).toList();
    }

    /**
     * An attempt as it can be made: the steps that are tried, which a run undoes by a savepoint, and those that are done
     * instead.
     *
     * @throws UnsupportedOnDialectException when what is tried could not be undone
     */
    protected List<CompiledStep> attempted(CompiledAttempt attempt) {
        return attempt.steps();
    }

    /** Compiles one step by itself. */
    protected CompiledStep compileStep(Step step) {
        return CompiledStep.of(step, step.operation().accept(new CompilerDispatch(this, step)));
    }

    /** The settings of the session that the compiled steps need around their transaction. */
    protected List<SessionSetting> settings(List<CompiledStep> compiled) {
        return List.of();
    }

    /** How the database spells a type. */
    protected abstract Sql type(ColumnType type);

    /** What a kind of statement locks on this database. */
    protected abstract LockImpact lock(StatementKind kind);

    /** The time of the run in an offline script, as an expression of whole milliseconds. */
    protected abstract Sql offlineRunTimeMillis();

    /** Changes a table; each database does this in its own way. */
    protected abstract List<Action> alterTable(AlterTable operation, Step step);

    /** Renames an index. */
    protected abstract List<Action> renameIndex(RenameIndex operation, Step step);

    protected final Syntax syntax() {
        return syntax;
    }

    protected final CompileContext context() {
        return context;
    }

    protected final DialectId dialect() {
        return dialect;
    }

    protected final Sql sql(String template, Object... arguments) {
        return syntax.sql(template, arguments);
    }

    protected List<Action> createTable(CreateTable operation, Step step) {
        Table table = operation.table();
        Statement create = Statement.of(createTableSql(table), operation.describe(), lock(StatementKind.CREATE_TABLE))
                .leadsTo(Probe.tableExists(table.name()))
                .taking(Effort.DECLARATION);
        List<Action> actions = new ArrayList<>(List.of(create));
        for (Index index : table.indexes()) {
            actions.add(createIndexStatement(new CreateIndex(table.name(), index, false)));
        }
        return actions;
    }

    /** The whole CREATE TABLE, a clause a line: columns, then constraints. */
    protected Sql createTableSql(Table table) {
        List<Sql> clauses = new ArrayList<>();
        for (Column column : table.columns()) {
            clauses.add(columnDefinition(column));
        }
        for (Constraint constraint : table.constraints()) {
            clauses.add(constraintDefinition(table.name(), constraint));
        }
        return sql("CREATE TABLE $N (\n    $S\n)$S", table.name(), Sql.joined(",\n    ", clauses), tableOptions(table));
    }

    /** What follows a CREATE TABLE's closing parenthesis, with a blank before it: the author's own words. */
    protected Sql tableOptions(Table table) {
        return Sql.raw(table.clause().map(clause -> " " + clause).orElse(""));
    }

    /** A column as CREATE TABLE and ADD COLUMN write it. */
    protected Sql columnDefinition(Column column) {
        Sql valueClause = column.generated()
                .map(generated -> Sql.raw(" " + generated.clause()))
                .or(() -> column.defaultValue().map(value -> sql(" DEFAULT $S", defaultValue(value, column))))
                .orElse(Sql.raw(""));
        return sql(
                "$N $S$S$S$S",
                column.name(),
                type(column.type()),
                valueClause,
                Sql.raw(column.nullable() ? "" : " NOT NULL"),
                Sql.raw(column.clause().map(clause -> " " + clause).orElse("")));
    }

    /** The value of a column's DEFAULT clause. */
    protected Sql defaultValue(Value value, Column column) {
        return storedValue(value, column);
    }

    /** A value that goes into a column, in the form that the column's type asks for. */
    protected Sql storedValue(Value value, Column column) {
        return value(value);
    }

    /** A constraint as CREATE TABLE and ADD write it; a primary key's own name is left to the database's habit. */
    protected Sql constraintDefinition(String table, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return sql("PRIMARY KEY ($N)", key.columns());
        }
        return sql("CONSTRAINT $N $S", constraint.name(), constraintBody(constraint));
    }

    /** A constraint without its name. */
    protected Sql constraintBody(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return sql("PRIMARY KEY ($N)", key.columns());
        }
        if (constraint instanceof UniqueConstraint unique) {
            return sql("UNIQUE ($N)", unique.columns());
        }
        if (constraint instanceof CheckConstraint check) {
            return sql("CHECK ($S)", Sql.raw(check.expression()));
        }
        ForeignKey key = (ForeignKey) constraint;
        return sql(
                "FOREIGN KEY ($N) REFERENCES $N ($N)$S$S",
                key.columns(),
                key.referencedTable(),
                key.referencedColumns(),
                referentialAction(" ON DELETE ", key.onDelete()),
                referentialAction(" ON UPDATE ", key.onUpdate()));
    }

    /** An ON DELETE or ON UPDATE clause with a blank before it; nothing for the databases' own default. */
    protected Sql referentialAction(String clause, ReferentialAction action) {
        return Sql.raw(action == ReferentialAction.NO_ACTION ? "" : clause + action.sql());
    }

    protected List<Action> dropTable(DropTable operation, Step step) {
        return List.of(Statement.of(
                        sql("DROP TABLE $N", operation.table()), operation.describe(), lock(StatementKind.DROP_TABLE))
                .leadsTo(Probe.tableExists(operation.table()).negated())
                .taking(Effort.DECLARATION));
    }

    protected List<Action> renameTable(RenameTable operation, Step step) {
        return List.of(Statement.of(
                        sql("ALTER TABLE $N RENAME TO $N", operation.from(), operation.to()),
                        operation.describe(),
                        lock(StatementKind.RENAME_TABLE))
                .leadsTo(Probe.tableExists(operation.to()))
                .taking(Effort.DECLARATION));
    }

    protected List<Action> createIndex(CreateIndex operation, Step step) {
        List<Action> actions = new ArrayList<>(uniquenessChecks(operation, step));
        actions.add(createIndexStatement(operation));
        return actions;
    }

    /** Questions to the rows that are there, where an index is to be unique. */
    protected final List<Check> uniquenessChecks(CreateIndex operation, Step step) {
        if (operation.isThere(step.before())) {
            return List.of();
        }
        Table table = step.before().table(operation.table());
        RowSource rows = new RowSource(table, syntax.name(table.name()), sampleKey(table), Set.of(), true);
        return new ConstraintChecks(syntax, rows, UnaryOperator.identity()).of(operation.index());
    }

    /** What tells a row apart for a reader, as a SELECT lists it; empty where nothing does. */
    protected List<Sql> sampleKey(Table table) {
        return table.primaryKey()
                .map(key -> key.columns().stream().map(syntax::name).toList())
                .orElse(List.of());
    }

    /** A CREATE INDEX, without the checks that go before it. */
    protected Statement createIndexStatement(CreateIndex operation) {
        return Statement.of(
                        createIndexSql(operation.table(), operation.index(), operation.ifNotExists()),
                        operation.describe(),
                        lock(StatementKind.CREATE_INDEX))
                .leadsTo(Probe.indexExists(operation.table(), operation.index().name()))
                .taking(Effort.OWN_ROWS);
    }

    protected Sql createIndexSql(String table, Index index, boolean ifNotExists) {
        return createIndexSql(table, index, Sql.raw(ifNotExists ? "IF NOT EXISTS " : ""));
    }

    /** A CREATE INDEX with {@code manner}, and a blank after it, before the index's name. */
    protected final Sql createIndexSql(String table, Index index, Sql manner) {
        return indexClauses().create(table, index, manner);
    }

    /** How the clauses of an index are written. */
    protected IndexClauses indexClauses() {
        return new IndexClauses(syntax);
    }

    protected List<Action> dropIndex(DropIndex operation, Step step) {
        return List.of(Statement.of(
                        sql("DROP INDEX $S$N", Sql.raw(operation.ifExists() ? "IF EXISTS " : ""), operation.index()),
                        operation.describe(),
                        lock(StatementKind.DROP_INDEX))
                .leadsTo(Probe.indexExists(operation.table(), operation.index()).negated())
                .taking(Effort.DECLARATION));
    }

    /** Creates an enum; nothing is to be done where each column spells its words. */
    protected List<Action> createEnum(CreateEnum operation, Step step) {
        return List.of();
    }

    /** Changes the values of an enum; where each column spells them, {@link EnumColumns} says what that comes to. */
    protected List<Action> alterEnum(AlterEnum operation, Step step) {
        throw new UnsupportedOnDialectException("the values of an enum cannot be changed here");
    }

    /** Drops an enum; nothing is to be done where each column spells its words. */
    protected List<Action> dropEnum(DropEnum operation, Step step) {
        return List.of();
    }

    /** How objects besides tables and enums are created and dropped. */
    protected ObjectStatements objects() {
        return new ObjectStatements(this);
    }

    protected List<Action> executeSql(ExecuteSql operation, Step step) {
        List<String> statements = require(operation.sql(), "the SQL");
        return statements.stream()
                .flatMap(text -> syntax.lexicon().statements(text).stream())
                .<Action>map(text -> Statement.of(Sql.raw(text), firstLine(text), lock(StatementKind.RAW_SQL)))
                .toList();
    }

    protected List<Action> updateRows(UpdateRows operation, Step step) {
        return data(dataStatements(step).update(operation), operation);
    }

    protected List<Action> insertRows(InsertRows operation, Step step) {
        return dataStatements(step).insert(operation).stream()
                .flatMap(insert -> data(insert, operation).stream())
                .toList();
    }

    protected List<Action> insertSelect(InsertSelect operation, Step step) {
        return data(dataStatements(step).insert(operation), operation);
    }

    protected List<Action> deleteRows(DeleteRows operation, Step step) {
        return data(dataStatements(step).delete(operation), operation);
    }

    /** How statements that change rows are written. */
    protected DataStatements dataStatements(Step step) {
        return new DataStatements(this, step.before());
    }

    private List<Action> data(Sql sql, Operation operation) {
        return List.of(Statement.of(sql, operation.describe(), lock(StatementKind.UPDATE_ROWS)));
    }

    /** A question that finds a row where the answer isn't the expected one. */
    final List<Action> expectResult(ExpectResult operation) {
        Sql query = Sql.raw(require(operation.query(), "the query"));
        Value expected = operation.result();
        Sql question = sql(
                """
                SELECT 1 AS $N, answer.given
                FROM (SELECT (
                    $S
                ) AS given) AS answer
                WHERE answer.given IS NULL OR answer.given <> $V""",
                Check.COUNT_LABEL,
                query,
                expected);
        Check.Failure failure = new Check.Failure(
                "it was expected that %s, and that is not so".formatted(operation.expectation()),
                "The query should give %s: %s".formatted(syntax.literal(expected), query));
        return List.of(new Check("", question, operation.describe(), failure, false));
    }

    protected List<Action> runCode(RunCode operation, Step step) {
        return List.of(new CodeCall(
                operation.description(), connection -> operation.code().run(connection, step.before())));
    }

    /** A value anywhere in a statement. */
    protected Sql value(Value value) {
        if (value instanceof Value.Expression expression) {
            return Sql.raw(expression.sql());
        }
        if (value instanceof Value.CurrentTimestamp) {
            return Sql.raw("CURRENT_TIMESTAMP");
        }
        if (value instanceof Value.GeneratedUuid) {
            return generatedUuid();
        }
        if (value instanceof Value.RandomHex random) {
            return randomHex(random.bytes());
        }
        if (value instanceof Value.DialectExpression expression) {
            throw new UnsupportedOnDialectException("an expression was given for %s only"
                    .formatted(expression.sql().byDialect().keySet()));
        }
        if (value instanceof Value.RunTimeMillis) {
            return context.runTimeMillis()
                    .map(millis -> syntax.literal(Value.of(millis)))
                    .orElseGet(this::offlineRunTimeMillis);
        }
        return syntax.literal(value);
    }

    /** A new UUID for each row, as text or as the database's own type. */
    protected Sql generatedUuid() {
        throw new UnsupportedOnDialectException("the database makes no UUIDs");
    }

    /** Random bytes for each row, as hexadecimal digits in lower case. */
    protected Sql randomHex(int bytes) {
        throw new UnsupportedOnDialectException("the database makes no random bytes");
    }

    /** What was chosen for this dialect, where an operation says things per dialect. */
    protected final <T> Optional<T> chosen(PerDialect<T> choices) {
        return choices.on(dialect);
    }

    /** What was chosen for this dialect; refuses where nothing was. */
    final <T> T require(PerDialect<T> choices, String what) {
        return choices.on(dialect)
                .orElseThrow(() -> new UnsupportedOnDialectException("%s was given for %s only"
                        .formatted(what, choices.byDialect().keySet())));
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
