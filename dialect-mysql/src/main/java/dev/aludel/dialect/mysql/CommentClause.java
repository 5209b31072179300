package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.sql.Sql;
import java.util.Optional;

/**
 * Comments, for which the grammar takes a string literal and nothing else: no expression, and no hexadecimal. Their limits
 * are from the MySQL 8.4 manual, sections 15.1.20 and 15.1.21.
 */
final class CommentClause {

    private static final int COLUMN_LIMIT = 1_024;
    private static final int TABLE_LIMIT = 2_048;

    private CommentClause() {}

    /** At the end of a column's definition, with a blank before it; nothing where there is none. */
    static Sql of(Column column) {
        return column.comment()
                .map(text ->
                        Sql.raw(" COMMENT " + literal(text, "column \"%s\"".formatted(column.name()), COLUMN_LIMIT)))
                .orElse(Sql.raw(""));
    }

    /** A table's comment, after {@code COMMENT =}; an empty one is none. */
    static Sql ofTable(String table, Optional<String> comment) {
        return Sql.raw(literal(comment.orElse(""), "table \"%s\"".formatted(table), TABLE_LIMIT));
    }

    private static String literal(String text, String owner, int limit) {
        if (text.codePointCount(0, text.length()) > limit) {
            throw new UnsupportedOnDialectException(
                    "the comment on %s is longer than the %d characters that MySQL keeps".formatted(owner, limit));
        }
        if (text.indexOf('\\') >= 0) {
            throw new UnsupportedOnDialectException(
                    "the comment on %s holds a backslash, which MySQL reads in one way or another as sql_mode says"
                            .formatted(owner));
        }
        return "'" + text.replace("'", "''") + "'";
    }
}
