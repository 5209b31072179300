package dev.aludel.dialect.mysql;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.CompiledAttempt;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Compiler;
import dev.aludel.dialect.DataStatements;
import dev.aludel.dialect.EnumColumns;
import dev.aludel.dialect.IndexClauses;
import dev.aludel.dialect.LiveSchemaException;
import dev.aludel.dialect.ObjectStatements;
import dev.aludel.dialect.StatementKind;
import dev.aludel.dialect.Step;
import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Constraint;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.operation.AlterEnum;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.RenameIndex;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Probe;
import dev.aludel.sql.SessionSetting;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles for MySQL and MariaDB; changes of one table that stand together become as few ALTERs as possible. */
final class MysqlCompiler extends Compiler {

    private static final Map<StatementKind, LockImpact> LOCKS = Map.of(
            StatementKind.CREATE_TABLE, LockImpact.none(),
            StatementKind.DROP_TABLE,
                    new LockImpact(LockImpact.Level.READS_AND_WRITES, false, "exclusive metadata lock"),
            StatementKind.RENAME_TABLE, AlterCost.METADATA.impact(),
            StatementKind.CREATE_INDEX, AlterCost.IN_PLACE.impact(),
            StatementKind.DROP_INDEX, AlterCost.METADATA.impact(),
            StatementKind.RENAME_INDEX, AlterCost.METADATA.impact(),
            StatementKind.UPDATE_ROWS, FillStatement.LOCK,
            StatementKind.RAW_SQL, new LockImpact(LockImpact.Level.READS_AND_WRITES, false, "whatever the SQL locks"));

    private final MysqlServer server;
    private final MysqlValues values;
    private final ColumnDefinition definition;
    private final BatchCompiler batches;
    private final EnumColumns enumColumns;

    MysqlCompiler(MysqlSyntax syntax, CompileContext context) {
        super(new MysqlServer(context.version()).id(), syntax, context);
        this.server = new MysqlServer(context.version());
        this.values = new MysqlValues(syntax, server);
        this.definition = new ColumnDefinition(syntax, server, values);
        this.batches = new BatchCompiler(syntax, server, values, this::storedValue);
        this.enumColumns = new EnumColumns(syntax);
    }

    @Override
    public CompiledStep refine(CompiledStep step, Connection connection) throws SQLException {
        TableBatch batch = TableBatch.of(step.steps());
        LiveTable live = live(batch, new TableReader(connection));
        LiveAgreement.require(batch, live);
        boolean copies = new CopyConditions(batch, live, server).allow(new Rows(connection));
        List<Action> actions = batches.compile(batch, live, copies).stream()
                .filter(action -> !isAnsweredBefore(action, step))
                .toList();
        return step.withActions(actions);
    }

    private LiveTable live(TableBatch batch, TableReader reader) throws SQLException {
        boolean updates = batch.columns().stream().anyMatch(ColumnPlan::movesValues);
        Optional<LiveTable> found = updates ? reader.readWithTriggers(batch.table()) : reader.read(batch.table());
        return found.orElseThrow(() -> new LiveSchemaException(
                "table \"%s\" is in the revisions, but not in the database: somebody dropped or renamed it. Bring it back, or stamp the revision that the database stands at"
                        .formatted(batch.table())));
    }

    /** A precondition that was moved to the front of the revision isn't asked twice. */
    private static boolean isAnsweredBefore(Action action, CompiledStep step) {
        return action instanceof Check check
                && check.precondition()
                && !step.actions().contains(check);
    }

    @Override
    protected List<CompiledStep> compileSteps(List<Step> steps) {
        return StepFolding.of(enumColumns.spelledByColumns(steps)).stream()
                .map(this::compileFolded)
                .toList();
    }

    /** DDL commits by itself: a statement that fails took no effect, and of several the first would stay. */
    @Override
    protected List<CompiledStep> attempted(CompiledAttempt attempt) {
        if (!context().isOnline()) {
            throw new UnsupportedOnDialectException(
                    "a script can't try anything, since the client ends at the first statement that is refused: run it online");
        }
        if (attempt.statements() > 1) {
            throw new UnsupportedOnDialectException(
                    "what is tried comes to %d statements, and DDL commits by itself here, so that only a single one can be undone: try them one by one, or guard them by what is there (ifTableExists(…) and its like)"
                            .formatted(attempt.statements()));
        }
        return attempt.steps();
    }

    private CompiledStep compileFolded(StepFolding.Folded folded) {
        if (folded.isPointless()) {
            return CompiledStep.of(folded.step(), List.of());
        }
        return folded.batch().map(this::compileBatch).orElseGet(() -> compileStep(folded.step()));
    }

    private CompiledStep compileBatch(TableBatch batch) {
        batch.addedConstraints()
                .forEach(constraint -> UniqueNames.require(constraint, batch.table(), batch.schemaBefore(), server));
        IndexableColumns.require(batch.tableAfter());
        KeyLength.require(batch.tableAfter());
        NumberedColumns.require(batch.tableAfter());
        StoredColumns.require(batch.tableAfter(), server);
        List<Action> actions = batches.compile(batch, LiveTable.assumed(batch.tableBefore()));
        return new CompiledStep(batch.steps(), actions, context().isOnline() && !batch.isToldByModel());
    }

    @Override
    protected List<String> warnings(Step step) {
        List<String> warnings = new ArrayList<>(IndexWarnings.of(step.operation()));
        if (context().isOnline()) {
            warnings.addAll(CopyConditions.warnings(step.operation()));
        }
        return warnings;
    }

    @Override
    protected List<SessionSetting> settings(List<CompiledStep> compiled) {
        return StrictMode.isNeeded(compiled) ? List.of(StrictMode.SETTING) : List.of();
    }

    @Override
    protected Sql type(ColumnType type) {
        return Sql.raw(MysqlTypes.spelling(type));
    }

    @Override
    protected LockImpact lock(StatementKind kind) {
        LockImpact impact = LOCKS.get(kind);
        return impact == null ? LockImpact.none() : impact;
    }

    @Override
    protected Sql offlineRunTimeMillis() {
        return MysqlScript.RUN_TIME;
    }

    @Override
    protected Sql storedValue(Value value, Column column) {
        if (value instanceof Value.CurrentTimestamp) {
            return values.clock(column);
        }
        return value instanceof Value.GeneratedUuid ? values.generatedUuid(column) : super.storedValue(value, column);
    }

    @Override
    protected Sql randomHex(int bytes) {
        return values.randomHex(bytes);
    }

    @Override
    protected Sql defaultValue(Value value, Column column) {
        return values.defaultValue(value, column);
    }

    @Override
    protected Sql constraintDefinition(String table, Constraint constraint) {
        return batches.definitions().constraint(constraint);
    }

    @Override
    protected IndexClauses indexClauses() {
        return batches.definitions().indexes();
    }

    /** One statement with its indexes, so that it takes effect whole. */
    @Override
    protected List<Action> createTable(CreateTable operation, Step step) {
        Table table = operation.table();
        requireUniqueNames(table, step.before());
        IndexableColumns.require(table);
        KeyLength.require(table);
        NumberedColumns.require(table);
        StoredColumns.require(table, server);
        return List.of(Statement.of(createTableSql(table), operation.describe(), lock(StatementKind.CREATE_TABLE))
                .leadsTo(Probe.tableExists(table.name())));
    }

    @Override
    protected Sql createTableSql(Table table) {
        List<Sql> clauses = new ArrayList<>();
        table.columns().forEach(column -> clauses.add(columnDefinition(column)));
        table.constraints().forEach(constraint -> clauses.add(constraintDefinition(table.name(), constraint)));
        table.indexes()
                .forEach(index -> clauses.add(batches.definitions().indexes().definition(index)));
        return sql("CREATE TABLE $N (\n    $S\n)$S", table.name(), Sql.joined(",\n    ", clauses), tableOptions(table));
    }

    @Override
    protected Sql tableOptions(Table table) {
        Sql comment = table.comment().isEmpty()
                ? Sql.raw("")
                : sql(" COMMENT = $S", CommentClause.ofTable(table.name(), table.comment()));
        return sql("$S$S", super.tableOptions(table), comment);
    }

    @Override
    protected Sql columnDefinition(Column column) {
        return definition.of(column);
    }

    @Override
    protected DataStatements dataStatements(Step step) {
        return new MysqlDataStatements(this, step.before());
    }

    @Override
    protected List<Action> alterTable(AlterTable operation, Step step) {
        return folded(step);
    }

    @Override
    protected List<Action> createIndex(CreateIndex operation, Step step) {
        return folded(step);
    }

    @Override
    protected List<Action> dropIndex(DropIndex operation, Step step) {
        return folded(step);
    }

    @Override
    protected List<Action> renameIndex(RenameIndex operation, Step step) {
        return folded(step);
    }

    @Override
    protected List<Action> alterEnum(AlterEnum operation, Step step) {
        return List.copyOf(enumColumns.checks(operation, step));
    }

    @Override
    protected ObjectStatements objects() {
        return new MysqlObjects(this);
    }

    private List<Action> folded(Step step) {
        return compileSteps(List.of(step)).stream()
                .flatMap(compiled -> compiled.actions().stream())
                .toList();
    }

    private void requireUniqueNames(Table table, SchemaModel before) {
        table.constraints().forEach(constraint -> UniqueNames.require(constraint, table.name(), before, server));
    }
}
