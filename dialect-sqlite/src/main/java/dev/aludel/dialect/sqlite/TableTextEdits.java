package dev.aludel.dialect.sqlite;

import dev.aludel.sql.Sql;
import java.util.List;
import java.util.Optional;

/** Changes to a {@link TableText}, each of which leaves the rest of the text as it is. */
final class TableTextEdits {

    private static final String INDENT = "\n    ";

    private TableTextEdits() {}

    static TableText setType(TableText table, String column, Sql type) {
        ColumnText old = table.column(column);
        if (old.type().size() == 0) {
            return table.edited(List.of(TextEdit.insertion(old.text().at(0).end(), " " + type)));
        }
        return table.edited(List.of(new TextEdit(old.type().start(), old.type().end(), type.text())));
    }

    static TableText setNotNull(TableText table, String column, boolean notNull) {
        ColumnText old = table.column(column);
        if (old.isNotNull() == notNull) {
            return table;
        }
        if (!notNull) {
            return withoutClause(table, old.clause("NOT").orElseThrow());
        }
        TableText bare =
                old.clause("NULL").map(clause -> withoutClause(table, clause)).orElse(table);
        return withClause(bare, column, "NOT NULL");
    }

    /** Sets or drops the DEFAULT; {@code value} stands as it will be written, in parentheses if it needs them. */
    static TableText setDefault(TableText table, String column, Optional<Sql> value) {
        Optional<Fragment> old = table.column(column).clause("DEFAULT");
        TableText bare = old.map(clause -> withoutClause(table, clause)).orElse(table);
        return value.map(text -> withClause(bare, column, "DEFAULT " + text)).orElse(bare);
    }

    static TableText addColumn(TableText table, Sql definition) {
        List<ColumnText> columns = table.columns();
        return addAfter(table, columns.get(columns.size() - 1).text(), definition);
    }

    static TableText addConstraint(TableText table, Sql definition) {
        Fragment body = table.body();
        return addAfter(table, body, definition);
    }

    static TableText dropColumn(TableText table, String column) {
        return withoutDefinition(table, table.column(column).text());
    }

    static TableText dropConstraint(TableText table, ConstraintText constraint) {
        return constraint.isInline()
                ? withoutClause(table, constraint.text())
                : withoutDefinition(table, constraint.text());
    }

    /** Behind the type, where it stands clear of REFERENCES and its NOT DEFERRABLE. */
    private static TableText withClause(TableText table, String column, String clause) {
        ColumnText definition = table.column(column);
        Fragment before = definition.type().size() > 0
                ? definition.type()
                : definition.text().part(0, 1);
        return table.edited(List.of(TextEdit.insertion(before.end(), " " + clause)));
    }

    private static TableText withoutClause(TableText table, Fragment clause) {
        return table.edited(List.of(new TextEdit(startWithBlanks(table.sql(), clause.start()), clause.end(), "")));
    }

    /** Puts a definition behind {@code last}, and behind the comment that belongs to {@code last} on its line. */
    private static TableText addAfter(TableText table, Fragment last, Sql definition) {
        String sql = table.sql();
        int comma = commaAfter(table, last);
        int lineEnd = endOfLineComment(sql, comma < 0 ? last.end() : comma + 1);
        if (comma >= 0) {
            return table.edited(List.of(TextEdit.insertion(lineEnd, INDENT + definition + ",")));
        }
        String between = sql.substring(last.end(), lineEnd);
        return table.edited(List.of(new TextEdit(last.end(), lineEnd, "," + between + INDENT + definition)));
    }

    /** Takes a definition out, with one comma and the comment that belongs to it on its line. */
    private static TableText withoutDefinition(TableText table, Fragment definition) {
        String sql = table.sql();
        int after = commaAfter(table, definition);
        int start = startWithBlanks(sql, definition.start());
        if (after >= 0) {
            return table.edited(List.of(removal(sql, start, after + 1)));
        }
        TextEdit removal = removal(sql, start, definition.end());
        int before = isLast(table, definition) ? commaBefore(table, definition) : -1;
        return table.edited(before < 0 ? List.of(removal) : List.of(removal, new TextEdit(before, before + 1, "")));
    }

    /** With the comment that follows on the line, and with the line's end where the line would be left blank. */
    private static TextEdit removal(String sql, int start, int definitionEnd) {
        int end = endOfLineComment(sql, definitionEnd);
        boolean wholeLine = start > 0 && sql.charAt(start - 1) == '\n' && end < sql.length() && sql.charAt(end) == '\n';
        return new TextEdit(start, wholeLine ? end + 1 : end, "");
    }

    /** A constraint may follow another without a comma; the comma before the first is then needed by the second. */
    private static boolean isLast(TableText table, Fragment definition) {
        return table.body().end() == definition.end();
    }

    /** The offset of the comma that follows, or -1. */
    private static int commaAfter(TableText table, Fragment definition) {
        return table.body().tokens().stream()
                .filter(token -> token.start() >= definition.end())
                .findFirst()
                .filter(token -> token.isSign(','))
                .map(SqlToken::start)
                .orElse(-1);
    }

    private static int commaBefore(TableText table, Fragment definition) {
        return table.body().tokens().stream()
                .filter(token -> token.end() <= definition.start())
                .reduce((first, second) -> second)
                .filter(token -> token.isSign(','))
                .map(SqlToken::start)
                .orElse(-1);
    }

    private static int startWithBlanks(String sql, int start) {
        int from = start;
        while (from > 0 && Character.isWhitespace(sql.charAt(from - 1))) {
            from--;
        }
        // A comment to the end of its line must keep that end.
        boolean afterLineComment =
                sql.substring(sql.lastIndexOf('\n', from - 1) + 1, from).contains("--");
        int lineEnd = sql.indexOf('\n', from);
        return afterLineComment && lineEnd >= 0 && lineEnd < start ? lineEnd + 1 : from;
    }

    /** The end of a line comment that follows {@code position} with nothing but blanks between; else the position. */
    private static int endOfLineComment(String sql, int position) {
        int from = position;
        while (from < sql.length() && (sql.charAt(from) == ' ' || sql.charAt(from) == '\t')) {
            from++;
        }
        if (!sql.startsWith("--", from)) {
            return position;
        }
        int end = sql.indexOf('\n', from);
        return end < 0 ? sql.length() : end;
    }
}
