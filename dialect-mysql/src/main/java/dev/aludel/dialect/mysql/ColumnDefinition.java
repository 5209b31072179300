package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.sql.Sql;

/** A column as CREATE TABLE and ADD COLUMN write it, and what a MODIFY has in common with them. */
record ColumnDefinition(MysqlSyntax syntax, MysqlServer server, MysqlValues values) {

    Sql of(Column column) {
        Sql type = Sql.raw(MysqlTypes.spelling(column.type()));
        Sql notNull = Sql.raw(column.nullable() ? "" : " NOT NULL");
        Sql end = syntax.sql("$S$S$S", numbered(column), CommentClause.of(column), ending(column));
        return column.generated().isPresent()
                ? syntax.sql("$N $S$S$S$S", column.name(), type, generated(column), notNull, end)
                : syntax.sql("$N $S$S$S$S", column.name(), type, notNull, defaultClause(column), end);
    }

    /** With a blank before it; nothing where there is none. */
    Sql defaultClause(Column column) {
        return column.defaultValue()
                .map(value -> syntax.sql(" DEFAULT $S", values.defaultValue(value, column)))
                .orElse(Sql.raw(""));
    }

    /** With a blank before it; nothing where the values are given. */
    Sql generated(Column column) {
        if (column.generated().isPresent() && !column.nullable() && server.isMariaDb()) {
            throw new UnsupportedOnDialectException(
                    "column \"%s\" is generated, and MariaDB takes no NOT NULL there: leave notNull() out"
                            .formatted(column.name()));
        }
        return Sql.raw(
                column.generated().map(generated -> " " + generated.clause()).orElse(""));
    }

    /** With a blank before it; nothing where the database doesn't number the rows. */
    Sql numbered(Column column) {
        return Sql.raw(column.autoIncrement().isPresent() ? " AUTO_INCREMENT" : "");
    }

    /** The author's own words, with a blank before them. */
    Sql ending(Column column) {
        return Sql.raw(column.clause().map(clause -> " " + clause).orElse(""));
    }
}
