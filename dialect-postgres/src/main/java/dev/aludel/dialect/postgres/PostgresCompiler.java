package dev.aludel.dialect.postgres;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.CompiledAttempt;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Compiler;
import dev.aludel.dialect.IndexClauses;
import dev.aludel.dialect.StatementKind;
import dev.aludel.dialect.Step;
import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Constraint;
import dev.aludel.model.DialectId;
import dev.aludel.model.EnumType;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.PerDialect;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterEnum;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CreateEnum;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropEnum;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.TableChange;
import dev.aludel.operation.UpdateRows;
import dev.aludel.sql.Action;
import dev.aludel.sql.Effort;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Probe;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Standard SQL, with one ALTER TABLE for all changes of a table, and what every statement locks. */
final class PostgresCompiler extends Compiler {

    private final MaintenanceMemory memory;

    PostgresCompiler(Syntax syntax, CompileContext context, MaintenanceMemory memory) {
        super(DialectId.POSTGRESQL, syntax, context);
        this.memory = memory;
    }

    @Override
    protected List<CompiledStep> equipped(List<CompiledStep> compiled) {
        return memory.givenTo(compiled, syntax());
    }

    @Override
    protected Sql type(ColumnType type) {
        return type instanceof EnumType enumeration
                ? syntax().name(enumeration.name())
                : Sql.raw(PostgresTypes.spelling(type));
    }

    @Override
    protected LockImpact lock(StatementKind kind) {
        return LockFacts.of(kind);
    }

    @Override
    protected Sql offlineRunTimeMillis() {
        return PostgresScript.RUN_TIME_MILLIS;
    }

    @Override
    protected Sql generatedUuid() {
        return Sql.raw("gen_random_uuid()");
    }

    /** Hashes of random UUIDs, because the core has no random bytes; each has 122 random bits, and three feed SHA-256. */
    @Override
    protected Sql randomHex(int bytes) {
        boolean fitsSha256 = bytes <= 32;
        String text = String.join(" || ", Collections.nCopies(fitsSha256 ? 3 : 5, "gen_random_uuid()::text"));
        Sql digits = sql(
                "encode($S(convert_to($S, 'UTF8')), 'hex')", Sql.raw(fitsSha256 ? "sha256" : "sha512"), Sql.raw(text));
        boolean whole = bytes == 32 || bytes == 64;
        return whole ? digits : sql("left($S, $S)", digits, Sql.raw(String.valueOf(2 * bytes)));
    }

    @Override
    protected Sql storedValue(Value value, Column column) {
        return value instanceof Value.CurrentTimestamp ? ClockReading.of(column) : value(value);
    }

    /** A name of its own is written only where PostgreSQL wouldn't choose the same. */
    @Override
    protected Sql constraintDefinition(String table, Constraint constraint) {
        boolean named = constraint instanceof PrimaryKey && !constraint.name().equals(table + "_pkey");
        return named
                ? sql("CONSTRAINT $N $S", constraint.name(), constraintBody(constraint))
                : super.constraintDefinition(table, constraint);
    }

    @Override
    protected Sql columnDefinition(Column column) {
        requireGeneratable(column);
        return column.autoIncrement()
                .map(autoIncrement -> sql(
                        "$N $S$S",
                        column.name(),
                        Sql.raw(AutoIncrementType.spelling(column, autoIncrement)),
                        Sql.raw(column.clause().map(clause -> " " + clause).orElse(""))))
                .orElseGet(() -> super.columnDefinition(column));
    }

    private void requireGeneratable(Column column) {
        boolean isVirtual =
                column.generated().filter(generated -> !generated.stored()).isPresent();
        if (isVirtual && !context().version().isAtLeast(18, 0, 0)) {
            throw new UnsupportedOnDialectException(
                    "column \"%s\" cannot be virtual before PostgreSQL 18: leave .virtual() out, so that its values are stored"
                            .formatted(column.name()));
        }
    }

    @Override
    protected List<Action> createTable(CreateTable operation, Step step) {
        Table table = operation.table();
        List<Constraint> repeated = RepeatedKeys.of(table);
        Table created = table;
        for (Constraint key : repeated) {
            created = created.withoutConstraint(key.name());
        }
        List<Action> actions = new ArrayList<>(firstLocking(
                super.createTable(new CreateTable(created), step),
                new TableLock().sharing(referencedTables(table)).impact()));
        actions.addAll(1, addConstraints(created, repeated));
        new CommentStatements(syntax(), table.name()).of(table).forEach(actions::add);
        return actions;
    }

    private List<Action> addConstraints(Table table, List<Constraint> constraints) {
        if (constraints.isEmpty()) {
            return List.of();
        }
        List<TableChange> changes =
                constraints.stream().<TableChange>map(AddConstraint::new).toList();
        AlterTable alter = new AlterTable(table.name(), changes);
        return new AlterTableCompiler(this, alter, SchemaModel.of(List.of(table))).compile();
    }

    @Override
    protected List<Action> dropTable(DropTable operation, Step step) {
        Set<String> others = referencedTables(step.before().table(operation.table()));
        List<Action> actions = new ArrayList<>(firstLocking(
                super.dropTable(operation, step),
                new TableLock().exclusiveOn(others).impact()));
        actions.addAll(objects().leftBehind(operation.table(), step));
        return actions;
    }

    @Override
    protected List<Action> alterTable(AlterTable operation, Step step) {
        return new AlterTableCompiler(this, operation, step.before()).compile();
    }

    @Override
    protected List<Action> updateRows(UpdateRows operation, Step step) {
        List<Action> actions = super.updateRows(operation, step);
        return operation.where().isPresent() ? actions : firstLocking(actions, LockFacts.updateOfAllRows());
    }

    @Override
    protected IndexClauses indexClauses() {
        return new PostgresIndexClauses(syntax());
    }

    @Override
    protected Statement createIndexStatement(CreateIndex operation) {
        return operation.concurrently()
                ? new ConcurrentIndex(this).create(operation)
                : super.createIndexStatement(operation);
    }

    @Override
    protected List<Action> dropIndex(DropIndex operation, Step step) {
        return operation.concurrently()
                ? List.of(new ConcurrentIndex(this).drop(operation))
                : super.dropIndex(operation, step);
    }

    @Override
    protected List<Action> renameIndex(RenameIndex operation, Step step) {
        return List.of(Statement.of(
                        sql("ALTER INDEX $N RENAME TO $N", operation.from(), operation.to()),
                        operation.describe(),
                        lock(StatementKind.RENAME_INDEX))
                .leadsTo(Probe.indexExists(operation.table(), operation.to()))
                .taking(Effort.DECLARATION));
    }

    @Override
    protected List<Action> createEnum(CreateEnum operation, Step step) {
        return List.of(Statement.of(createType(operation.type()), operation.describe(), LockImpact.none())
                .taking(Effort.DECLARATION));
    }

    @Override
    protected List<CompiledStep> attempted(CompiledAttempt attempt) {
        return context().isOnline() ? attempt.steps() : List.of(new ScriptedAttempt(syntax()).of(attempt));
    }

    @Override
    protected CompiledStep compileStep(Step step) {
        JsonKeys.refuseIn(step);
        return super.compileStep(step);
    }

    @Override
    protected List<CompiledStep> compileSteps(List<Step> steps) {
        List<CompiledStep> compiled = new ArrayList<>();
        for (int index = 0; index < steps.size(); index++) {
            Step step = steps.get(index);
            List<Step> later = steps.subList(index + 1, steps.size());
            compiled.add(
                    step.operation() instanceof AlterEnum alter
                            ? CompiledStep.of(
                                    step, new EnumAlteration(this, alter, step).actions(EnumUse.isLikely(alter, later)))
                            : compileStep(step));
        }
        return compiled;
    }

    @Override
    protected List<Action> dropEnum(DropEnum operation, Step step) {
        return List.of(Statement.of(sql("DROP TYPE $N", operation.name()), operation.describe(), LockImpact.none()));
    }

    @Override
    protected PostgresObjects objects() {
        return new PostgresObjects(this);
    }

    Sql createType(EnumType type) {
        return sql(
                "CREATE TYPE $N AS ENUM ($V)",
                type.name(),
                type.values().stream().map(Value::of).toList());
    }

    Syntax sqlSyntax() {
        return syntax();
    }

    /** SQL from a template, for the parts of this compiler. */
    Sql template(String template, Object... arguments) {
        return sql(template, arguments);
    }

    /** A CREATE INDEX with {@code manner} before the index's name. */
    Sql index(String table, Index index, Sql manner) {
        return createIndexSql(table, index, manner);
    }

    Statement index(CreateIndex operation) {
        return createIndexStatement(operation);
    }

    Sql constraint(String table, Constraint constraint) {
        return constraintDefinition(table, constraint);
    }

    /** A column as ADD COLUMN writes it. */
    Sql definition(Column column) {
        return columnDefinition(column);
    }

    /** What was said for PostgreSQL, where something was. */
    <T> Optional<T> own(PerDialect<T> choices) {
        return chosen(choices);
    }

    private static Set<String> referencedTables(Table table) {
        return table.foreignKeys().stream()
                .map(ForeignKey::referencedTable)
                .filter(other -> !other.equals(table.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Action> firstLocking(List<Action> actions, LockImpact lock) {
        List<Action> changed = new ArrayList<>(actions);
        changed.set(0, ((Statement) actions.get(0)).locking(lock));
        return changed;
    }
}
