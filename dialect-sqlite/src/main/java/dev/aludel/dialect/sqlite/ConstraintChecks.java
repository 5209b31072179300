package dev.aludel.dialect.sqlite;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.PrimaryKey;
import dev.aludel.sql.Check;
import java.util.List;
import java.util.stream.Stream;

/** What a new constraint demands of the rows that are there. */
record ConstraintChecks(RowChecks rows, Constraint constraint) {

    List<Check> checks() {
        if (constraint instanceof CheckConstraint check) {
            return List.of(rows.meet(check.expression(), check.name()));
        }
        if (constraint instanceof ForeignKey key) {
            return List.of(rows.refer(key));
        }
        Check distinct = rows.distinct(constraint.columns(), constraint.name());
        if (constraint instanceof PrimaryKey key) {
            Stream<Check> complete = key.columns().stream()
                    .map(column -> rows.noNulls(
                            column, "Fill these rows before this revision makes the column part of the primary key."));
            return Stream.concat(complete, Stream.of(distinct)).toList();
        }
        return List.of(distinct);
    }
}
