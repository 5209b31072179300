package dev.aludel.dialect.mysql;

import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import dev.aludel.sql.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts clauses together into one ALTER TABLE, which takes effect whole or not at all. */
final class AlterStatement {

    private final Syntax syntax;
    private final String table;

    AlterStatement(Syntax syntax, String table) {
        this.syntax = syntax;
        this.table = table;
    }

    /** The statement; empty where there is no clause. */
    Optional<Statement> of(List<Clause> clauses) {
        if (clauses.isEmpty()) {
            return Optional.empty();
        }
        Statement statement = Statement.of(
                sql(clauses.stream().map(Clause::sql).toList()),
                summary(clauses),
                cost(clauses).impact());
        return Optional.of(clauses.stream()
                .flatMap(clause -> clause.effect().stream())
                .findFirst()
                .map(statement::leadsTo)
                .orElse(statement));
    }

    private Sql sql(List<Sql> clauses) {
        return clauses.size() == 1
                ? syntax.sql("ALTER TABLE $N $S", table, clauses.get(0))
                : syntax.sql("ALTER TABLE $N\n    $S", table, Sql.joined(",\n    ", clauses));
    }

    private String summary(List<Clause> clauses) {
        return "alter table \"%s\": %s"
                .formatted(table, clauses.stream().map(Clause::words).collect(Collectors.joining(", ")));
    }

    /** The dearest clause decides; a change that could be INSTANT alone rebuilds the rows beside one that can't. */
    private static AlterCost cost(List<Clause> clauses) {
        return clauses.stream().map(Clause::cost).reduce(AlterCost.METADATA, AlterCost::atLeast);
    }
}
