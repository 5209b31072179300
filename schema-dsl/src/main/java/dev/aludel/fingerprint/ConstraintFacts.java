package dev.aludel.fingerprint;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.ReferentialAction;
import dev.aludel.model.UniqueConstraint;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The constraints of tables. */
final class ConstraintFacts {

    private static final Function<Constraint, Fact> BY_KIND = new FactsByKind<Constraint>()
            .on(PrimaryKey.class, key -> Fact.of("primary key", key.name()).with(columns("column", key.columns())))
            .on(UniqueConstraint.class, key -> Fact.of("unique", key.name()).with(columns("column", key.columns())))
            .on(CheckConstraint.class, check -> Fact.of("check", check.name())
                    .with(Fact.ofSql("sql", check.expression())))
            .on(ForeignKey.class, ConstraintFacts::foreignKey)
            .build();

    private ConstraintFacts() {}

    static Fact of(Constraint constraint) {
        return BY_KIND.apply(constraint);
    }

    private static Fact foreignKey(ForeignKey key) {
        return Fact.of("foreign key", key.name())
                .with(columns("column", key.columns()))
                .with(Fact.of("references", key.referencedTable()))
                .with(columns("referenced column", key.referencedColumns()))
                .with(action("on delete", key.onDelete()))
                .with(action("on update", key.onUpdate()));
    }

    private static Stream<Fact> columns(String words, List<String> columns) {
        return columns.stream().map(column -> Fact.of(words, column));
    }

    private static Stream<Fact> action(String words, ReferentialAction action) {
        return Fact.when(action != ReferentialAction.NO_ACTION, words + " " + action.sql());
    }
}
