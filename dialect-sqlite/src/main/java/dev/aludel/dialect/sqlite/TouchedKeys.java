package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.Step;
import dev.aludel.model.Index;
import dev.aludel.model.Table;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.Operation;
import dev.aludel.operation.TableChange;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The foreign keys, on either side, that rebuilds could break: those with a column that changes, and every key of a table
 * whose primary key or constraints change, or that generates columns. All other columns are copied as they stand, and the rows are counted: what refers
 * to a row does so afterwards, and what refers to none did so before.
 */
final class TouchedKeys {

    private final Set<String> tables = new TreeSet<>();
    private final Map<String, Set<String>> columns = new TreeMap<>();

    /** Takes note of the steps that one rebuild does. */
    void take(List<Step> steps) {
        steps.forEach(this::take);
    }

    /** Tables any of whose keys may break. */
    Set<String> tables() {
        return Collections.unmodifiableSet(tables);
    }

    /** Other tables, and the columns that their keys may break by, as they are called before or after. */
    Map<String, Set<String>> columns() {
        Map<String, Set<String>> others = new TreeMap<>(columns);
        others.keySet().removeAll(tables);
        return others;
    }

    private void take(Step step) {
        Operation operation = step.operation();
        if (operation instanceof AlterTable alter) {
            Table table = step.before().table(alter.table());
            alter.changes().forEach(change -> take(change, table));
        } else if (operation instanceof DropIndex drop && dropsUnique(drop, step)) {
            tables.add(drop.table());
        }
    }

    private void take(TableChange change, Table table) {
        if (change instanceof AlterColumn alter) {
            add(table, alter.column());
            add(table, alter.nameAfter());
        } else if (change instanceof AddColumn add) {
            add(table, add.column().name());
        } else if (change instanceof DropColumn drop) {
            add(table, drop.column());
        } else {
            tables.add(table.name());
        }
    }

    private void add(Table table, String column) {
        columns.computeIfAbsent(table.name(), name -> new TreeSet<>()).add(column);
        boolean isOfKey =
                table.primaryKey().filter(key -> key.columns().contains(column)).isPresent();
        boolean generates =
                table.columns().stream().anyMatch(other -> other.generated().isPresent());
        if (isOfKey || generates) {
            tables.add(table.name());
        }
    }

    /** A key refers to columns that are unique. */
    private static boolean dropsUnique(DropIndex drop, Step step) {
        return step.before()
                .table(drop.table())
                .findIndex(drop.index())
                .filter(Index::unique)
                .isPresent();
    }
}
