package dev.aludel.dialect.mysql;

import dev.aludel.model.Column;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one UPDATE by which all values of a batch move. */
final class FillStatement {

    /** The manual on InnoDB locking: an UPDATE locks every row that it reads until its transaction ends. */
    static final LockImpact LOCK =
            new LockImpact(LockImpact.Level.WRITES, false, "exclusive lock on each row until the statement ends");

    private final TableBatch batch;
    private final LiveTable live;
    private final MysqlSyntax syntax;
    private final MovedValues moved;

    FillStatement(TableBatch batch, LiveTable live, MysqlSyntax syntax, MovedValues moved) {
        this.batch = batch;
        this.live = live;
        this.syntax = syntax;
        this.moved = moved;
    }

    /** The statement; empty where no value moves. */
    Optional<Statement> statement() {
        List<ColumnPlan> moving =
                batch.columns().stream().filter(ColumnPlan::movesValues).toList();
        if (moving.isEmpty()) {
            return Optional.empty();
        }
        List<Sql> assignments = new ArrayList<>();
        moving.forEach(plan -> assignments.add(assignment(plan, moving.size() == 1)));
        assignments.addAll(keptTimes());
        Sql sql =
                syntax.sql("UPDATE $N\nSET $S$S", batch.table(), Sql.joined(",\n    ", assignments), condition(moving));
        return Optional.of(Statement.of(sql, summary(moving), LOCK));
    }

    private Sql assignment(ColumnPlan plan, boolean isOnlyOne) {
        if (plan.isConverted()) {
            return syntax.sql("$N = $S", ColumnClauses.successor(plan), moved.converted(plan));
        }
        String column = physicalName(plan);
        Sql fill = moved.filling(plan);
        return plan.isAdded() || isOnlyOne
                ? syntax.sql("$N = $S", column, fill)
                : syntax.sql("$N = COALESCE($N, $S)", column, column, fill);
    }

    /** Where rows are only filled, those without a NULL stay untouched. */
    private Sql condition(List<ColumnPlan> moving) {
        if (moving.stream().anyMatch(plan -> plan.isConverted() || plan.isAdded())) {
            return Sql.raw("");
        }
        List<Sql> nulls = moving.stream()
                .map(plan -> syntax.sql("$N IS NULL", physicalName(plan)))
                .toList();
        return syntax.sql("\nWHERE $S", Sql.joined(" OR ", nulls));
    }

    /** A column with ON UPDATE CURRENT_TIMESTAMP keeps its value only where the update names it. */
    private List<Sql> keptTimes() {
        return live.attributes().entrySet().stream()
                .filter(entry -> entry.getValue().onUpdate().isPresent())
                .map(entry -> syntax.sql("$N = $N", entry.getKey(), entry.getKey()))
                .sorted((left, right) -> left.text().compareTo(right.text()))
                .toList();
    }

    private String summary(List<ColumnPlan> moving) {
        return "fill %s of \"%s\""
                .formatted(
                        String.join(
                                ", ",
                                moving.stream()
                                        .map(plan -> "\"" + plan.now().name() + "\"")
                                        .toList()),
                        batch.table());
    }

    /** Renaming comes after filling. */
    private static String physicalName(ColumnPlan plan) {
        return plan.origin().map(Column::name).orElse(plan.now().name());
    }
}
