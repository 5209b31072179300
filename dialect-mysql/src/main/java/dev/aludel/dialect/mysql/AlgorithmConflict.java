package dev.aludel.dialect.mysql;

import dev.aludel.dialect.Step;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.IndexPart;
import dev.aludel.model.SchemaModel;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.TableChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes of one table that MySQL can't make by one ALTER: where a clause has the rows copied, no other may rename a column
 * of a foreign key, or one that a foreign key refers to (error 1846, measured on MySQL 8.4).
 */
final class AlgorithmConflict {

    private AlgorithmConflict() {}

    /** Whether {@code next}, a single change, needs an ALTER after the one of {@code taken}. */
    static boolean between(List<Step> taken, Step next) {
        return (renamesKeyColumn(next) && taken.stream().anyMatch(AlgorithmConflict::copies))
                || (copies(next) && taken.stream().anyMatch(AlgorithmConflict::renamesKeyColumn));
    }

    private static boolean renamesKeyColumn(Step step) {
        return alteration(step)
                .filter(AlgorithmConflict::isRename)
                .filter(alter ->
                        isOfForeignKey(step.operation().changedTable().orElseThrow(), alter.column(), step.before()))
                .isPresent();
    }

    private static boolean copies(Step step) {
        if (step.operation() instanceof CreateIndex create) {
            return holdsExpression(create.index());
        }
        if (step.operation() instanceof DropIndex drop) {
            return step.before()
                    .table(drop.table())
                    .findIndex(drop.index())
                    .filter(AlgorithmConflict::holdsExpression)
                    .isPresent();
        }
        return alteration(step).filter(alter -> !isOnlyRename(alter)).isPresent() || addsCopiedConstraint(step);
    }

    /** An expression is kept as a hidden column, which comes and goes by a copy. */
    static boolean holdsExpression(Index index) {
        return MysqlIndexClauses.isLimited(index) || index.parts().stream().anyMatch(IndexPart::isExpression);
    }

    private static boolean addsCopiedConstraint(Step step) {
        return change(step)
                .filter(AddConstraint.class::isInstance)
                .map(change -> ((AddConstraint) change).constraint())
                .filter(added -> added instanceof ForeignKey || added instanceof CheckConstraint)
                .isPresent();
    }

    private static boolean isRename(AlterColumn alter) {
        return !alter.nameAfter().equals(alter.column());
    }

    private static boolean isOnlyRename(AlterColumn alter) {
        return isRename(alter)
                && alter.newType().isEmpty()
                && alter.fillNull().isEmpty()
                && alter.nullable().isEmpty()
                && alter.newDefault().isEmpty()
                && alter.newNumbering().isEmpty();
    }

    /** Whether a foreign key is over the column, or refers to it. */
    static boolean isOfForeignKey(String table, String column, SchemaModel schema) {
        Stream<ForeignKey> referring = schema.tables().stream()
                .flatMap(other -> other.foreignKeys().stream())
                .filter(key -> key.referencedTable().equals(table)
                        && key.referencedColumns().contains(column));
        Stream<ForeignKey> own = schema.table(table).foreignKeys().stream()
                .filter(key -> key.columns().contains(column));
        return Stream.concat(referring, own).findAny().isPresent();
    }

    private static Optional<AlterColumn> alteration(Step step) {
        return change(step).filter(AlterColumn.class::isInstance).map(AlterColumn.class::cast);
    }

    private static Optional<TableChange> change(Step step) {
        return step.operation() instanceof AlterTable alter
                ? alter.changes().stream().findFirst()
                : Optional.empty();
    }
}
