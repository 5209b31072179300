package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.ConstraintChecks;
import dev.aludel.dialect.LiveSchemaException;
import dev.aludel.dialect.Step;
import dev.aludel.model.Column;
import dev.aludel.model.Constraint;
import dev.aludel.model.Index;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.TableChange;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A rebuild in the making: takes the steps of one table, one after another, and knows at each point what the new table's
 * text, its rows and its indexes are.
 */
final class RebuildDraft {

    private final SqliteCompiler compiler;
    private final TableSource source;
    private final RowProjection rows;
    private final WorkingNames names;
    private final IndexSet indexes;
    private final List<Check> checks = new ArrayList<>();
    private final List<ConversionCheck> conversions = new ArrayList<>();
    private final Set<String> converted = new LinkedHashSet<>();
    private final Set<String> dropped = new LinkedHashSet<>();
    private final Map<String, CarriedColumn.Values> carried = new LinkedHashMap<>();
    private boolean readsOtherTables;
    private boolean hasExpressions;
    private TableText text;
    private Table table;

    RebuildDraft(SqliteCompiler compiler, TableSource source, Table before) {
        this.compiler = compiler;
        this.source = source;
        this.text = source.text();
        this.table = before;
        List<String> all = text.columns().stream().map(ColumnText::name).toList();
        Optional<String> rowid = text.isWithoutRowid() ? Optional.empty() : RowProjection.freeRowidName(all);
        this.rows = new RowProjection(
                compiler.sqlSyntax(),
                source.name(),
                modelNames(text, before, column -> !column.isGenerated()),
                modelNames(text, before, ColumnText::isGenerated),
                rowid);
        this.names = new WorkingNames(
                all.stream().map(column -> modelName(column, before)).toList());
        this.indexes = new IndexSet(before.name(), source.indexes());
    }

    SqliteCompiler compiler() {
        return compiler;
    }

    TableSource source() {
        return source;
    }

    /** The new table's text, under the old name, its columns under their working names. */
    TableText text() {
        return text;
    }

    RowProjection rows() {
        return rows;
    }

    WorkingNames names() {
        return names;
    }

    /** The table as the model has it at this point. */
    Table table() {
        return table;
    }

    /** The indexes that come back by their own text. */
    List<SchemaObject> keptIndexes() {
        return indexes.kept();
    }

    /** The indexes that come new, as the model has them at the end. */
    List<Index> newIndexes() {
        return indexes.created().stream()
                .map(index -> table.findIndex(index.name()).orElse(index))
                .toList();
    }

    /** What must be true of the rows before anything is changed, and the copy would not notice. */
    List<Check> checks() {
        Set<Check> noticed = Collections.newSetFromMap(new IdentityHashMap<>());
        noticed.addAll(checksOfCopy());
        return checks.stream().filter(check -> !noticed.contains(check)).toList();
    }

    /**
     * What the copy notices by itself, so that it needn't be asked beforehand but tells which rows are to blame: a value that
     * can't be converted arrives as NULL, which NOT NULL or the count of values refuses. A script can't ask afterwards.
     */
    List<Check> checksOfCopy() {
        return conversions.stream()
                .filter(conversion -> compiler.isOnline() && isNoticed(conversion))
                .map(ConversionCheck::check)
                .toList();
    }

    private boolean isNoticed(ConversionCheck conversion) {
        CarriedColumn.Values values = carried.get(conversion.column());
        return rows.arrives(conversion.value())
                && (values == CarriedColumn.Values.SAME || values == CarriedColumn.Values.ALL);
    }

    /** The old table's columns whose values change their meaning. */
    Set<String> converted() {
        return converted;
    }

    /** The old table's columns that go. */
    Set<String> dropped() {
        return dropped;
    }

    /** The converted columns whose values are counted before and after. */
    List<CarriedColumn> carried() {
        return carried.entrySet().stream()
                .map(column -> new CarriedColumn(column.getKey(), column.getValue()))
                .toList();
    }

    void take(Step step) {
        Operation operation = step.operation();
        if (operation instanceof AlterTable alter) {
            alter(alter, step.before());
        } else if (operation instanceof CreateIndex create) {
            create(create, step.before());
        } else if (operation instanceof DropIndex drop) {
            indexes.drop(drop);
        } else if (operation instanceof RenameIndex rename) {
            indexes.rename(rename, compiler.sqlSyntax());
        } else {
            throw new IllegalArgumentException("no part of a rebuild: " + operation.describe());
        }
        table = step.after().table(table.name());
    }

    private void create(CreateIndex create, SchemaModel before) {
        if (!create.isThere(before)) {
            constraintChecks().of(create.index()).forEach(this::check);
        }
        indexes.create(create);
    }

    private void alter(AlterTable alter, SchemaModel before) {
        SchemaModel current = before;
        for (TableChange change : alter.changes()) {
            table = current.table(alter.table());
            take(change);
            current = change.applyTo(alter.table(), current);
        }
    }

    private void take(TableChange change) {
        if (change instanceof AlterColumn alter) {
            new ColumnRebuild(this, alter).apply();
        } else if (change instanceof AddColumn add) {
            new ColumnAddition(this, add).apply();
        } else if (change instanceof DropColumn drop) {
            dropColumn(drop.column());
        } else if (change instanceof AddConstraint add) {
            addConstraint(add.constraint());
        } else if (change instanceof DropConstraint drop) {
            dropConstraint(drop.constraint());
        }
    }

    void check(Check check) {
        checks.add(readsOtherTables ? check.inPlace() : check);
    }

    void check(ConversionCheck conversion) {
        Check check = readsOtherTables ? conversion.check().inPlace() : conversion.check();
        checks.add(check);
        conversions.add(new ConversionCheck(check, conversion.column(), conversion.value()));
    }

    /** Takes note of an author's SQL that is to become part of the rows: what it reads, an earlier step may have to make. */
    void reads(Sql expression) {
        readsOtherTables |= expression.hasSubquery();
        hasExpressions = true;
    }

    void text(TableText changed) {
        text = changed;
    }

    void convert(String column) {
        converted.add(names.of(column));
    }

    /** Has a changed column's values counted. */
    void carry(String column, CarriedColumn.Values values) {
        String working = names.of(column);
        if (source.text().find(working).isPresent() && !dropped.contains(working)) {
            carried.merge(working, values, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
    }

    /** Whether an author's SQL is part of the rows. */
    boolean hasExpressions() {
        return hasExpressions;
    }

    RowChecks rowChecks() {
        return new RowChecks(compiler.sqlSyntax(), table, rows);
    }

    private ConstraintChecks constraintChecks() {
        RowChecks settled = new RowChecks(compiler.sqlSyntax(), table, rows.settled(table));
        return new ConstraintChecks(compiler.sqlSyntax(), settled.source(), UnaryOperator.identity());
    }

    private void dropColumn(String column) {
        String working = names.of(column);
        new LiveText(text, table.name()).requireUnused(working);
        if (source.text().find(working).isPresent()) {
            dropped.add(working);
        }
        text = TableTextEdits.dropColumn(text, working);
        rows.remove(column);
        names.remove(column);
        carried.remove(working);
    }

    private void addConstraint(Constraint constraint) {
        constraintChecks().of(constraint).forEach(this::check);
        Constraint working = new WorkingDefinitions(compiler.sqlSyntax(), table, names).working(constraint);
        text = TableTextEdits.addConstraint(text, compiler.constraintSql(table.name(), working));
    }

    private void dropConstraint(String name) {
        Constraint constraint = table.findConstraint(name)
                .orElseThrow(() -> new IllegalArgumentException("no constraint \"%s\"".formatted(name)));
        Constraint working = new WorkingDefinitions(compiler.sqlSyntax(), table, names).working(constraint);
        ConstraintText found = new ConstraintFinder(text)
                .find(working)
                .orElseThrow(() -> new LiveSchemaException(
                        "constraint \"%s\" of table \"%s\" is to be dropped, but the table in the database has none of this name or shape: somebody dropped it since. Bring it back before this revision runs"
                                .formatted(name, table.name())));
        text = TableTextEdits.dropConstraint(text, found);
    }

    /** The names of the live columns that {@code condition} holds for, as the model writes them. */
    private static List<String> modelNames(TableText text, Table model, Predicate<ColumnText> condition) {
        return text.columns().stream()
                .filter(condition)
                .map(column -> modelName(column.name(), model))
                .toList();
    }

    /** The model's way of writing a live column's name. */
    private static String modelName(String live, Table model) {
        for (Column column : model.columns()) {
            if (column.name().equalsIgnoreCase(live)) {
                return column.name();
            }
        }
        return live;
    }
}
