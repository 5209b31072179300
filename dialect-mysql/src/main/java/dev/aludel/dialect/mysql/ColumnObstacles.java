package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Column;
import dev.aludel.model.Index;
import dev.aludel.model.Table;
import java.util.List;
import java.util.stream.Stream;

/** What keeps a column from being renamed or numbered, or from making place for another one with its values converted. */
final class ColumnObstacles {

    private ColumnObstacles() {}

    /** Refuses a batch that the server would stop at, or that would take something else along. */
    static void require(TableBatch batch, MysqlServer server) {
        for (ColumnPlan plan : batch.columns()) {
            requireNumberable(batch, plan);
            if (plan.isConverted()) {
                requireNotNumbered(batch, plan);
                requireNotReferenced(batch, plan.origin().orElseThrow().name(), "converted");
                requireNoneGenerated(batch, plan.origin().orElseThrow().name(), "converted");
            } else if (plan.isRenamed() && !server.isMariaDb()) {
                requireNoneGenerated(batch, plan.origin().orElseThrow().name(), "renamed");
                requireNoneRestated(batch, plan.origin().orElseThrow().name());
            }
        }
    }

    /** Error 1833: what numbers a column is part of its definition, which must agree with that of the keys. */
    private static void requireNumberable(TableBatch batch, ColumnPlan plan) {
        plan.origin()
                .filter(before -> !before.autoIncrement()
                        .map(numbering -> true)
                        .equals(plan.now().autoIncrement().map(numbering -> true)))
                .ifPresent(before -> requireNotReferenced(
                        batch, before.name(), before.autoIncrement().isEmpty() ? "numbered" : "no longer numbered"));
    }

    /** There is one AUTO_INCREMENT a table (error 1075), so that no second column could take its place. */
    private static void requireNotNumbered(TableBatch batch, ColumnPlan plan) {
        Column before = plan.origin().orElseThrow();
        if (before.autoIncrement().isPresent() || plan.now().autoIncrement().isPresent()) {
            throw new UnsupportedOnDialectException(
                    "column \"%s\" of table \"%s\" is numbered by the database, which can't convert its values as well: leave using(…) out, or change the values in a step of their own"
                            .formatted(before.name(), batch.table()));
        }
    }

    private static void requireNotReferenced(TableBatch batch, String column, String what) {
        boolean referenced = batch.schemaBefore().tables().stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(key -> key.referencedTable().equals(batch.table())
                        && key.referencedColumns().contains(column));
        if (referenced) {
            throw new UnsupportedOnDialectException(
                    "column \"%s\" of table \"%s\" is %s while foreign keys refer to it: drop those before, and add them again afterwards"
                            .formatted(column, batch.table(), what));
        }
    }

    /** What names it would be made again in the same ALTER, by a copy, which no key's column is renamed by (error 1846). */
    private static void requireNoneRestated(TableBatch batch, String column) {
        Table before = batch.tableBefore();
        Stream<String> checks = before.checkConstraints().stream()
                .filter(check -> !batch.droppedConstraints().contains(check))
                .map(CheckConstraint::name);
        Stream<String> expressions = before.indexes().stream()
                .filter(AlgorithmConflict::holdsExpression)
                .map(Index::name);
        List<String> named = Stream.concat(checks, expressions)
                .filter(before.usersOf(column)::contains)
                .toList();
        if (!named.isEmpty() && AlgorithmConflict.isOfForeignKey(batch.table(), column, batch.schemaBefore())) {
            throw new UnsupportedOnDialectException(
                    "column \"%s\" of table \"%s\" is one of a foreign key, and is renamed while %s name it as well: drop those before, and add them again afterwards"
                            .formatted(column, batch.table(), named));
        }
    }

    /** Error 3108 in MySQL, for renaming and for dropping; MariaDB renames within the expressions. */
    private static void requireNoneGenerated(TableBatch batch, String column, String what) {
        Table before = batch.tableBefore();
        List<String> generated = before.columns().stream()
                .filter(other -> other.generated().isPresent())
                .filter(other -> !batch.droppedColumns().contains(other))
                .map(Column::name)
                .filter(before.usersOf(column)::contains)
                .toList();
        if (!generated.isEmpty()) {
            throw new UnsupportedOnDialectException(
                    "column \"%s\" of table \"%s\" is %s while the columns %s are generated from it: drop those before, and add them again afterwards"
                            .formatted(column, batch.table(), what, generated));
        }
    }
}
