package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.ReferentialAction;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.sql.Sql;

/** How indexes and constraints are written, and what of them these databases don't have. */
final class KeyDefinitions {

    private final MysqlSyntax syntax;
    private final MysqlServer server;

    KeyDefinitions(MysqlSyntax syntax, MysqlServer server) {
        this.syntax = syntax;
        this.server = server;
    }

    /** How indexes are written. */
    MysqlIndexClauses indexes() {
        return new MysqlIndexClauses(syntax, server);
    }

    /** A constraint as CREATE TABLE and ADD write it. */
    Sql constraint(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return syntax.sql("PRIMARY KEY ($N)", key.columns());
        }
        return syntax.sql("CONSTRAINT $N $S", constraint.name(), body(constraint));
    }

    private Sql body(Constraint constraint) {
        if (constraint instanceof UniqueConstraint unique) {
            return syntax.sql("UNIQUE ($N)", unique.columns());
        }
        if (constraint instanceof CheckConstraint check) {
            return check(check);
        }
        return foreignKey((ForeignKey) constraint);
    }

    private Sql check(CheckConstraint check) {
        if (!server.hasChecks()) {
            throw new UnsupportedOnDialectException(
                    "check constraint \"%s\" needs MySQL 8.0.16 or later: an older one reads it and forgets it"
                            .formatted(check.name()));
        }
        return syntax.sql("CHECK ($S)", Sql.raw(check.expression()));
    }

    private Sql foreignKey(ForeignKey key) {
        return syntax.sql(
                "FOREIGN KEY ($N) REFERENCES $N ($N)$S$S",
                key.columns(),
                key.referencedTable(),
                key.referencedColumns(),
                action(key, " ON DELETE ", key.onDelete()),
                action(key, " ON UPDATE ", key.onUpdate()));
    }

    private static Sql action(ForeignKey key, String clause, ReferentialAction action) {
        if (action == ReferentialAction.SET_DEFAULT) {
            throw new UnsupportedOnDialectException(
                    "foreign key \"%s\" cannot say SET DEFAULT, which InnoDB refuses".formatted(key.name()));
        }
        return Sql.raw(action == ReferentialAction.NO_ACTION ? "" : clause + action.sql());
    }
}
