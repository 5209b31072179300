package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.IndexPart;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.ReferentialAction;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.sql.Sql;
import java.util.List;

/** How indexes and constraints are written, and what of them these databases don't have. */
final class KeyDefinitions {

    private final MysqlSyntax syntax;
    private final MysqlServer server;

    KeyDefinitions(MysqlSyntax syntax, MysqlServer server) {
        this.syntax = syntax;
        this.server = server;
    }

    /** An index as CREATE TABLE and ADD write it. */
    Sql index(Index index) {
        return syntax.sql("$SINDEX $N ($S)", Sql.raw(index.unique() ? "UNIQUE " : ""), index.name(), parts(index));
    }

    /** An index in a statement of its own. */
    Sql createIndex(Index index, String table) {
        return syntax.sql(
                "CREATE $SINDEX $N ON $N ($S)",
                Sql.raw(index.unique() ? "UNIQUE " : ""),
                index.name(),
                table,
                parts(index));
    }

    /** What is done with an index, and that it holds more rows than was asked for where that is so. */
    String words(String verb, Index index) {
        boolean full = index.where().isPresent() && !index.unique();
        return "%s \"%s\"%s".formatted(verb, index.name(), full ? " (of all rows: there are no partial indexes)" : "");
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

    private List<Sql> parts(Index index) {
        if (index.name().equalsIgnoreCase("PRIMARY")) {
            throw new UnsupportedOnDialectException(
                    "an index cannot have the name \"%s\", which is the primary key's on MySQL"
                            .formatted(index.name()));
        }
        boolean limited = index.unique() && index.where().isPresent();
        return index.parts().stream()
                .map(part -> limited ? limitedPart(index, part) : part(index, part))
                .toList();
    }

    private Sql part(Index index, IndexPart part) {
        if (part.isExpression()) {
            requireExpressions(index, "an expression");
        }
        Sql what = part.isExpression() ? syntax.sql("($S)", Sql.raw(part.text())) : syntax.name(part.text());
        return direction(what, part);
    }

    /** Rows outside of the condition have NULL, which a unique index lets repeat. */
    private Sql limitedPart(Index index, IndexPart part) {
        requireExpressions(index, "a unique index of some rows");
        Sql value = part.isExpression() ? Sql.raw(part.text()) : syntax.name(part.text());
        Sql condition = Sql.raw(index.where().orElseThrow());
        return direction(syntax.sql("(CASE WHEN $S THEN $S END)", condition, value), part);
    }

    private Sql direction(Sql what, IndexPart part) {
        return syntax.sql("$S$S", what, Sql.raw(part.descending() ? " DESC" : ""));
    }

    private void requireExpressions(Index index, String what) {
        if (!server.hasExpressionIndexes()) {
            throw new UnsupportedOnDialectException(
                    "index \"%s\" is %s, which needs MySQL 8.0.13 or later, and which MariaDB doesn't have"
                            .formatted(index.name(), what.equals("an expression") ? "over an expression" : what));
        }
    }
}
