package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.ServerVersion;
import dev.aludel.dialect.Step;
import dev.aludel.model.Column;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.Conversion;
import dev.aludel.operation.RenameIndex;
import java.util.List;

/**
 * Which conversions can be made by new columns.
 *
 * @param conversion what was chosen
 */
record NewColumns(ColumnConversion conversion, ServerVersion version, SqliteObjects objects) {

    /** Whether neighbouring steps of one table are a conversion, changes of indexes beside it, and nothing else. */
    boolean cover(List<Step> steps) {
        return conversion == ColumnConversion.NEW_COLUMN && areAConversion(steps);
    }

    private boolean areAConversion(List<Step> steps) {
        List<Step> alterations = steps.stream()
                .filter(step -> step.operation() instanceof AlterTable)
                .toList();
        return alterations.size() == 1
                && steps.stream().noneMatch(step -> step.operation() instanceof RenameIndex)
                && cover((AlterTable) alterations.get(0).operation(), alterations.get(0));
    }

    private boolean cover(AlterTable alter, Step step) {
        Table table = step.before().table(alter.table());
        long columns = alter.changes().stream()
                .filter(AlterColumn.class::isInstance)
                .map(change -> ((AlterColumn) change).column())
                .distinct()
                .count();
        return columns == alter.changes().size()
                && alter.changes().stream().allMatch(change -> covers((AlterColumn) change, table))
                && isAlone(step.before(), table, step);
    }

    private boolean covers(AlterColumn change, Table table) {
        Column before = table.column(change.column());
        Column after = change.changed(before);
        boolean fillsPlainly =
                change.fillNull().filter(Value.Expression.class::isInstance).isEmpty();
        boolean isFree = table.columns().stream()
                .noneMatch(column -> column.name().equalsIgnoreCase(change.nameAfter())
                        && !column.name().equals(change.column()));
        return change.conversion()
                        .filter(Conversion.EpochMillis.class::isInstance)
                        .isPresent()
                && fillsPlainly
                && isFree
                && after.defaultValue().map(NativeChanges::isConstant).orElse(true)
                && isHeldByIndexesAlone(table, change.column())
                && version.isAtLeast(3, after.nullable() ? 35 : 53, after.nullable() ? 5 : 0);
    }

    private static boolean isHeldByIndexesAlone(Table table, String column) {
        return table.usersOf(column).stream()
                .allMatch(user -> table.findIndex(user).isPresent());
    }

    /** UPDATE would fire triggers, and a view of the table keeps a column from being dropped. */
    private boolean isAlone(SchemaModel model, Table table, Step step) {
        LiveSchema dependents = objects.dependents(model, step);
        return dependents.objects().stream()
                .noneMatch(object -> object.belongsTo(table.name())
                        || Fragment.of(object.sql()).mentions(table.name()));
    }
}
