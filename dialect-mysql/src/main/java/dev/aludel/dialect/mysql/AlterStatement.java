package dev.aludel.dialect.mysql;

import dev.aludel.sql.Probe;
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
                AlterCost.together(clauses.stream().map(Clause::cost).toList()).impact());
        Optional<Probe> effect = effect(clauses);
        if (effect.isPresent()) {
            return Optional.of(statement.leadsTo(effect.get()));
        }
        return Optional.of(isRepeatable(clauses) ? statement.asRepeatable() : statement);
    }

    /** What is dropped and made again under its name may be dropped and made once more. */
    private static boolean isRepeatable(List<Clause> clauses) {
        return clauses.stream()
                .allMatch(clause -> clause.repeatable() || clause.effect().isPresent());
    }

    /** An effect that no other clause takes back: what is dropped and made again under its name tells nothing. */
    private static Optional<Probe> effect(List<Clause> clauses) {
        List<Probe> effects =
                clauses.stream().flatMap(clause -> clause.effect().stream()).toList();
        return effects.stream()
                .filter(effect -> effects.stream().noneMatch(other -> takesBack(other, effect)))
                .findFirst();
    }

    /** Constraints and indexes share their names here. */
    private static boolean takesBack(Probe other, Probe effect) {
        boolean columns = effect.kind() == Probe.Kind.COLUMN;
        return columns == (other.kind() == Probe.Kind.COLUMN)
                && other.name().equals(effect.name())
                && other.present() != effect.present();
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
}
