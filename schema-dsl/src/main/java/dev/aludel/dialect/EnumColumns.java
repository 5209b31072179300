package dev.aludel.dialect;

import dev.aludel.model.Column;
import dev.aludel.model.EnumType;
import dev.aludel.model.PerDialect;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterEnum;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.Conversion;
import dev.aludel.operation.TableChange;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the change of an enum means for the columns that use it. */
public final class EnumColumns {

    private static final int SAMPLES = 5;

    private final Syntax syntax;

    /** Speaks of columns and values in {@code syntax}. */
    public EnumColumns(Syntax syntax) {
        this.syntax = syntax;
    }

    /**
     * The steps in which each change of an enum is followed by what changes the columns that use it: a change of their type,
     * with a conversion where values move, and of a default that moves. For a database whose columns spell their words.
     */
    public List<Step> spelledByColumns(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.operation() instanceof AlterEnum alter
                        ? Stream.concat(Stream.of(step), columnSteps(alter, step).stream())
                        : Stream.of(step))
                .toList();
    }

    /** Questions to the rows for values that go, and that nothing is said to become of. */
    public List<Check> checks(AlterEnum operation, Step step) {
        EnumType before = step.before().enumeration(operation.name());
        List<Value> lost = operation.moved(before).entrySet().stream()
                .filter(moved -> moved.getValue().isEmpty())
                .map(moved -> Value.of(moved.getKey()))
                .toList();
        List<Check> checks = new ArrayList<>();
        if (!lost.isEmpty()) {
            for (Table table : step.before().tablesUsing(operation.name())) {
                table.columnsOf(operation.name()).forEach(column -> checks.add(unused(table, column, lost)));
            }
        }
        return checks;
    }

    /** The new value of a column's old one, as an expression over its text; empty where all stay. */
    public Optional<Sql> movedValue(AlterEnum operation, EnumType before, Sql text) {
        List<Sql> cases = operation.moved(before).entrySet().stream()
                .filter(moved -> moved.getValue().isPresent())
                .map(moved -> syntax.sql(
                        "WHEN $V THEN $V",
                        Value.of(moved.getKey()),
                        Value.of(moved.getValue().orElseThrow())))
                .toList();
        return cases.isEmpty()
                ? Optional.empty()
                : Optional.of(syntax.sql("CASE $S $S ELSE $S END", text, Sql.joined(" ", cases), text));
    }

    private List<Step> columnSteps(AlterEnum operation, Step step) {
        List<Table> tables = step.before().tablesUsing(operation.name());
        SchemaModel current = step.after();
        for (Table table : tables) {
            current = current.withTableChanged(table.name(), changed -> table);
        }
        List<Step> steps = new ArrayList<>();
        for (Table table : tables) {
            AlterTable alter = alteration(operation, table, step);
            SchemaModel after = alter.applyTo(current);
            steps.add(new Step(alter, current, after));
            current = after;
        }
        return steps;
    }

    private AlterTable alteration(AlterEnum operation, Table table, Step step) {
        EnumType before = step.before().enumeration(operation.name());
        List<TableChange> changes = new ArrayList<>();
        for (Column column : table.columnsOf(operation.name())) {
            Column after = step.after().table(table.name()).column(column.name());
            AlterColumn change = AlterColumn.of(column.name()).withNewType(after.type());
            Optional<Sql> moved = movedValue(operation, before, syntax.name(column.name()));
            if (moved.isPresent()) {
                change = change.withConversion(new Conversion.Expression(
                        PerDialect.everywhere(moved.get().text()), Optional.empty()));
            }
            changes.add(
                    after.defaultValue().equals(column.defaultValue())
                            ? change
                            : change.withDefault(after.defaultValue()));
        }
        return new AlterTable(table.name(), changes);
    }

    private Check unused(Table table, Column column, List<Value> lost) {
        List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        Set<String> shown = new LinkedHashSet<>(key);
        shown.add(column.name());
        Sql query = syntax.sql(
                "SELECT count(*) OVER () AS $N, $N\nFROM $N\nWHERE $N IN ($V)$S\nLIMIT $S",
                Check.COUNT_LABEL,
                shown,
                table.name(),
                column.name(),
                lost,
                key.isEmpty() ? Sql.raw("") : syntax.sql("\nORDER BY $N", key),
                Sql.raw(String.valueOf(SAMPLES)));
        return new Check(
                table.name(),
                query,
                "check column \"%s\" of table \"%s\"".formatted(column.name(), table.name()),
                new Check.Failure(
                        "column \"%s\" of table \"%s\" holds values that are to be dropped"
                                .formatted(column.name(), table.name()),
                        "Give these rows another value before this revision, or say in it with movingTo(…) which they get."),
                true);
    }
}
