package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.CompiledAttempt;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Compiler;
import dev.aludel.dialect.DataStatements;
import dev.aludel.dialect.EnumColumns;
import dev.aludel.dialect.LiveSchemaException;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.dialect.StatementKind;
import dev.aludel.dialect.Step;
import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Constraint;
import dev.aludel.model.DialectId;
import dev.aludel.model.Index;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.PerDialect;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterEnum;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.TableChange;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
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

/** Operations as SQLite's SQL: native where that loses nothing, otherwise one rebuild for neighbouring steps of a table. */
final class SqliteCompiler extends Compiler {

    private final NativeChanges nativeChanges;
    private final NewColumns newColumns;
    private final EnumChecks enumChecks;
    private final EnumColumns enumColumns;

    SqliteCompiler(Syntax syntax, CompileContext context, ColumnConversion conversion) {
        super(DialectId.SQLITE, syntax, context);
        this.nativeChanges = new NativeChanges(context.version());
        this.newColumns = new NewColumns(conversion, context.version(), objects());
        this.enumChecks = new EnumChecks(syntax);
        this.enumColumns = new EnumColumns(syntax);
    }

    @Override
    protected List<CompiledStep> compileSteps(List<Step> steps) {
        List<CompiledStep> compiled = new ArrayList<>();
        steps.forEach(SqliteCompiler::requireNumbered);
        for (List<Step> group : StepGroups.of(enumColumns.spelledByColumns(steps))) {
            if (needRebuild(group)) {
                compiled.add(new TableRebuild(this, enumChecks.spelledOut(group)).compile());
            } else if (newColumns.cover(group)) {
                compiled.add(new NewColumnConversion(this, group).compile());
            } else {
                group.forEach(step -> compiled.add(compileStep(step)));
            }
        }
        return needsForeignKeysOff(compiled) ? new WatchedSteps(syntax(), this::isRebuild).of(compiled) : compiled;
    }

    @Override
    protected List<CompiledStep> attempted(CompiledAttempt attempt) {
        if (!context().isOnline()) {
            throw new UnsupportedOnDialectException(
                    "a script can't try anything, since the client ends at the first statement that is refused: run it online");
        }
        return attempt.steps();
    }

    private static void requireNumbered(Step step) {
        if (step.operation() instanceof CreateTable create) {
            NumberedColumns.require(create.table());
        } else if (step.operation() instanceof AlterTable alter) {
            NumberedColumns.require(step.after().table(alter.table()));
        }
    }

    @Override
    protected CompiledStep compileStep(Step step) {
        CompiledStep compiled = super.compileStep(step);
        boolean readsLive = step.operation() instanceof RenameIndex;
        return new CompiledStep(compiled.steps(), compiled.actions(), readsLive);
    }

    @Override
    public CompiledStep refine(CompiledStep step, Connection connection) throws SQLException {
        LiveSchema live = LiveSchema.read(connection);
        if (isRebuild(step)) {
            return new TableRebuild(this, step.steps()).refine(step, live, connection);
        }
        RenameIndex rename = (RenameIndex) step.steps().get(0).operation();
        SchemaObject index = live.find(rename.from())
                .filter(found -> found.is("index") && found.belongsTo(rename.table()))
                .orElseThrow(() -> new LiveSchemaException(
                        "index \"%s\" of table \"%s\" does not exist in the database: somebody dropped it since. Create it again before this revision runs; nothing was changed"
                                .formatted(rename.from(), rename.table())));
        return step.withActions(renamed(rename, index.sql()));
    }

    @Override
    protected List<SessionSetting> settings(List<CompiledStep> compiled) {
        if (needsForeignKeysOff(compiled)) {
            return List.of(RewriteSettings.NO_FOREIGN_KEYS, RewriteSettings.LARGE_CACHE);
        }
        boolean rewrites = compiled.stream().anyMatch(step -> newColumns.cover(step.steps()));
        return rewrites ? List.of(RewriteSettings.LARGE_CACHE) : List.of();
    }

    /** While they are on, dropping a table's old form deletes the rows that refer to it. */
    private boolean needsForeignKeysOff(List<CompiledStep> compiled) {
        return compiled.stream().anyMatch(this::isRebuild);
    }

    private boolean isRebuild(CompiledStep step) {
        return step.readsLive() && needRebuild(step.steps());
    }

    private boolean needRebuild(List<Step> group) {
        return group.stream().anyMatch(nativeChanges::needRebuild) && !newColumns.cover(group);
    }

    @Override
    protected DataStatements dataStatements(Step step) {
        return new SqliteDataStatements(this, step.before());
    }

    @Override
    protected List<Action> alterTable(AlterTable operation, Step step) {
        return operation.changes().stream()
                .flatMap(change -> nativeChange(operation.table(), change).stream())
                .toList();
    }

    private Optional<Action> nativeChange(String table, TableChange change) {
        if (change instanceof AddColumn add) {
            return Optional.of(Statement.of(
                            sql(
                                    "ALTER TABLE $N ADD COLUMN $S$S",
                                    table,
                                    columnDefinition(add.column()),
                                    wordsOf(table, add)),
                            describe(table, change),
                            LockFacts.write(false))
                    .leadsTo(Probe.columnExists(table, add.column().name())));
        }
        if (change instanceof DropColumn drop) {
            return Optional.of(Statement.of(
                            sql("ALTER TABLE $N DROP COLUMN $N", table, drop.column()),
                            describe(table, change),
                            LockFacts.write(true))
                    .leadsTo(Probe.columnExists(table, drop.column()).negated()));
        }
        if (!(change instanceof AlterColumn alter)) {
            return Optional.empty();
        }
        return alter.newName()
                .filter(name -> !name.equals(alter.column()))
                .map(name -> renameColumn(table, alter.column(), name));
    }

    @Override
    protected List<Action> alterEnum(AlterEnum operation, Step step) {
        return List.copyOf(enumColumns.checks(operation, step));
    }

    @Override
    protected SqliteObjects objects() {
        return new SqliteObjects(this);
    }

    /** A new column's own check of its words. */
    private Sql wordsOf(String table, AddColumn add) {
        return enumChecks
                .of(table, add.column())
                .map(check -> sql(" $S", constraintDefinition(table, check)))
                .orElse(Sql.raw(""));
    }

    @Override
    protected Sql createTableSql(Table table) {
        return super.createTableSql(enumChecks.spelledOut(table));
    }

    private static String describe(String table, TableChange change) {
        return "alter table \"%s\": %s".formatted(table, change.describe());
    }

    /** SQLite rewrites whatever speaks of the column: indexes, triggers, views, keys that refer to it. */
    Statement renameColumn(String table, String from, String to) {
        return Statement.of(
                        sql("ALTER TABLE $N RENAME COLUMN $N TO $N", table, from, to),
                        "rename column \"%s\" of \"%s\" to \"%s\"".formatted(from, table, to),
                        LockFacts.write(false))
                .leadsTo(Probe.columnExists(table, to));
    }

    @Override
    protected List<Action> renameIndex(RenameIndex operation, Step step) {
        Index index = step.before()
                .table(operation.table())
                .findIndex(operation.from())
                .orElseThrow(() -> new IllegalArgumentException("no index \"%s\"".formatted(operation.from())));
        return renamed(operation, indexSql(operation.table(), index).text());
    }

    /** SQLite can't rename an index: it is built again from its own text. */
    private List<Action> renamed(RenameIndex operation, String sql) {
        Sql create = Sql.raw(IndexText.parse(sql).withName(syntax().name(operation.to())));
        return List.of(
                Statement.of(
                                sql("DROP INDEX $N", operation.from()),
                                "drop index \"%s\"".formatted(operation.from()),
                                lock(StatementKind.DROP_INDEX))
                        .leadsTo(Probe.indexExists(operation.table(), operation.from())
                                .negated()),
                Statement.of(create, operation.describe(), lock(StatementKind.CREATE_INDEX))
                        .leadsTo(Probe.indexExists(operation.table(), operation.to())));
    }

    /** With {@code foreign_keys} on, a drop deletes the rows of tables that refer to it; the model knows none, SQLite may. */
    @Override
    protected List<Action> dropTable(DropTable operation, Step step) {
        Value table = Value.of(operation.table());
        Sql query = sql(
                """
                SELECT count(*) OVER () AS $N, referring.name AS "table"
                FROM sqlite_schema AS referring
                JOIN pragma_foreign_key_list(referring.name) AS key
                WHERE referring.type = 'table'
                  AND referring.name <> $V COLLATE NOCASE AND key."table" = $V COLLATE NOCASE
                LIMIT 5""",
                Check.COUNT_LABEL,
                table,
                table);
        Check unreferenced = new Check(
                operation.table(),
                query,
                "check that no other table refers to \"%s\"".formatted(operation.table()),
                new Check.Failure(
                        "other tables refer to table \"%s\", which is to be dropped".formatted(operation.table()),
                        "Drop those foreign keys first, or those tables."),
                false);
        List<Action> actions = new ArrayList<>(List.of(unreferenced));
        actions.addAll(super.dropTable(operation, step));
        return actions;
    }

    @Override
    protected Sql type(ColumnType type) {
        return Sql.raw(SqliteTypes.spelling(type));
    }

    @Override
    protected List<String> warnings(Step step) {
        List<String> warnings = new ArrayList<>(CommentWarnings.of(step.operation()));
        if (newColumns.cover(List.of(step))) {
            warnings.add(NewColumnConversion.warning(step));
        }
        return warnings;
    }

    @Override
    protected LockImpact lock(StatementKind kind) {
        return LockFacts.write(false);
    }

    @Override
    protected Sql offlineRunTimeMillis() {
        return SqliteScript.RUN_TIME_MILLIS;
    }

    @Override
    protected Sql defaultValue(Value value, Column column) {
        return value.isComputed() ? sql("($S)", value(value)) : storedValue(value, column);
    }

    /** Version 4, variant 1: the fixed bits of RFC 9562 among random ones. */
    @Override
    protected Sql generatedUuid() {
        return Sql.raw("lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)"
                + " || '-' || substr('89AB', 1 + (abs(random()) % 4), 1) || substr(hex(randomblob(2)), 2)"
                + " || '-' || hex(randomblob(6)))");
    }

    @Override
    protected Sql randomHex(int bytes) {
        return sql("lower(hex(randomblob($S)))", Sql.raw(String.valueOf(bytes)));
    }

    @Override
    protected Sql storedValue(Value value, Column column) {
        if (value instanceof Value.RunTimeMillis && EpochConversion.isDateTime(column.type())) {
            return EpochConversion.text(value(value));
        }
        if (value instanceof Value.CurrentTimestamp && column.type() == ColumnType.Simple.DATE) {
            return Sql.raw("CURRENT_DATE");
        }
        return value instanceof Value.CurrentTimestamp && column.type() == ColumnType.Simple.TIME
                ? Sql.raw("CURRENT_TIME")
                : value(value);
    }

    /** SQLite keeps a primary key's name as part of the text, and has no use for it: only one of its own is written. */
    @Override
    protected Sql constraintDefinition(String table, Constraint constraint) {
        boolean named = constraint instanceof PrimaryKey
                && !constraint.name().equals(NamingConvention.standard().primaryKey(table));
        return named
                ? sql("CONSTRAINT $N $S", constraint.name(), constraintBody(constraint))
                : super.constraintDefinition(table, constraint);
    }

    /** A table without a primary key has its rowid, unless a column took the name. */
    @Override
    protected List<Sql> sampleKey(Table table) {
        List<Sql> key = super.sampleKey(table);
        List<String> columns = table.columns().stream().map(Column::name).toList();
        return key.isEmpty()
                ? RowProjection.freeRowidName(columns).map(Sql::raw).stream().toList()
                : key;
    }

    /** What finds a row again. */
    List<Sql> rowKey(Table table) {
        return sampleKey(table);
    }

    Syntax sqlSyntax() {
        return syntax();
    }

    ServerVersion version() {
        return context().version();
    }

    boolean isOnline() {
        return context().isOnline();
    }

    Sql tableSql(Table table) {
        return createTableSql(table);
    }

    Sql indexSql(String table, Index index) {
        return createIndexSql(table, index, false);
    }

    Sql constraintSql(String table, Constraint constraint) {
        return constraintDefinition(table, constraint);
    }

    /** A type as a table spells it that is STRICT or not. */
    Sql typeSql(Column column, boolean strict) {
        ColumnType type = NumberedColumns.type(column);
        return Sql.raw(strict ? SqliteTypes.strictSpelling(type) : SqliteTypes.spelling(type));
    }

    @Override
    protected Sql columnDefinition(Column column) {
        return super.columnDefinition(column.withType(NumberedColumns.type(column)));
    }

    Sql columnSql(Column column, boolean strict) {
        return columnDefinition(
                strict ? column.withType(ColumnType.nativeType(SqliteTypes.strictSpelling(column.type()))) : column);
    }

    Sql defaultSql(Value value, Column column) {
        return defaultValue(value, column);
    }

    Sql stored(Value value, Column column) {
        return storedValue(value, column);
    }

    <T> Optional<T> choice(PerDialect<T> choices) {
        return chosen(choices);
    }

    Sql template(String template, Object... arguments) {
        return sql(template, arguments);
    }
}
