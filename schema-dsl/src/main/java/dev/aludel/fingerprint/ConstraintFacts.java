package dev.aludel.fingerprint;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.ReferentialAction;
import dev.aludel.model.UniqueConstraint;
import java.util.Optional;
import java.util.function.Function;

/** The constraints of tables. */
final class ConstraintFacts {

    private static final Function<Constraint, Fact> BY_KIND = new FactsByKind<Constraint>()
            .on(PrimaryKey.class, key -> Fact.of("primary key", key.name())
                    .withEach(key.columns(), ConstraintFacts::column))
            .on(UniqueConstraint.class, key -> Fact.of("unique", key.name())
                    .withEach(key.columns(), ConstraintFacts::column))
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
                .withEach(key.columns(), ConstraintFacts::column)
                .with(Fact.of("references", key.referencedTable()))
                .withEach(key.referencedColumns(), column -> Fact.of("referenced column", column))
                .with(action("on delete", key.onDelete()))
                .with(action("on update", key.onUpdate()));
    }

    private static Fact column(String name) {
        return Fact.of("column", name);
    }

    private static Optional<Fact> action(String words, ReferentialAction action) {
        return Fact.when(action != ReferentialAction.NO_ACTION, words + " " + action.sql());
    }
}
