package dev.aludel.fingerprint;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.ReferentialAction;
import dev.aludel.model.UniqueConstraint;
import java.util.Optional;

/** The constraints of tables. */
final class ConstraintFacts {

    private ConstraintFacts() {}

    static Fact of(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return Fact.of("primary key", key.name()).withEach(key.columns(), ConstraintFacts::column);
        }
        if (constraint instanceof UniqueConstraint key) {
            return Fact.of("unique", key.name()).withEach(key.columns(), ConstraintFacts::column);
        }
        if (constraint instanceof CheckConstraint check) {
            return Fact.of("check", check.name()).with(Fact.ofSql("sql", check.expression()));
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(key);
        }
        throw Fact.unknown(constraint);
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
