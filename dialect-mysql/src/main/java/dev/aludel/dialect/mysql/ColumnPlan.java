package dev.aludel.dialect.mysql;

import dev.aludel.model.Column;
import dev.aludel.model.Value;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Conversion;
import java.util.Optional;

/**
 * What several changes of a column come to.
 *
 * @param origin the column before them; empty for one that is added
 * @param now the column after them
 * @param conversion how its values become those of its new type; empty where the database's own cast does
 * @param fill what rows get that would hold NULL
 */
record ColumnPlan(Optional<Column> origin, Column now, Optional<Conversion> conversion, Optional<Value> fill) {

    /** A column that nothing has changed yet. */
    static ColumnPlan unchanged(Column column) {
        return new ColumnPlan(Optional.of(column), column, Optional.empty(), Optional.empty());
    }

    static ColumnPlan added(Column column, Optional<Value> fill) {
        return new ColumnPlan(Optional.empty(), column, Optional.empty(), fill);
    }

    /** This plan with one change more, which {@link #canTake} allows. */
    ColumnPlan with(AlterColumn change) {
        return new ColumnPlan(origin, change.changed(now), change.conversion(), change.fillNull());
    }

    /** Values move once in a plan, and a column that is added is added as it shall be. */
    boolean canTake(AlterColumn change) {
        boolean movesValues = change.conversion().isPresent()
                || change.fillNull().isPresent()
                || change.newType().isPresent();
        return !isAdded() && !movesValues() && !(movesValues && isChanged());
    }

    boolean isAdded() {
        return origin.isEmpty();
    }

    /** Whether it is added, and its rows get nothing but its default. */
    boolean isPlainAddition() {
        return isAdded() && fill.isEmpty();
    }

    boolean isChanged() {
        return isAdded() || movesValues() || !origin.get().equals(now);
    }

    boolean movesValues() {
        return isConverted() || fill.isPresent();
    }

    /** Whether another column takes this one's place, filled by an expression. */
    boolean isConverted() {
        return conversion.isPresent();
    }

    boolean isRenamed() {
        return origin.filter(old -> !old.name().equals(now.name())).isPresent();
    }

    /** Whether the database spells the types before and after differently. */
    boolean changesType() {
        return origin.filter(old -> !MysqlTypes.spelling(old.type()).equals(MysqlTypes.spelling(now.type())))
                .isPresent();
    }

    boolean changesNullability() {
        return origin.filter(old -> old.nullable() != now.nullable()).isPresent();
    }

    boolean changesDefault() {
        return origin.filter(old -> !old.defaultValue().equals(now.defaultValue()))
                .isPresent();
    }

    boolean changesComment() {
        return origin.filter(old -> !old.comment().equals(now.comment())).isPresent();
    }

    /** Whether the database numbers the rows before or after, and not both. */
    boolean changesNumbering() {
        return origin.filter(old ->
                        old.autoIncrement().isPresent() != now.autoIncrement().isPresent())
                .isPresent();
    }

    /** Whether rows with NULL are an error afterwards that nothing fills. */
    boolean refusesNulls() {
        return changesNullability() && !now.nullable() && fill.isEmpty();
    }
}
