package dev.aludel.dialect.postgres;

import dev.aludel.model.Column;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.sql.Effort;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import dev.aludel.sql.Syntax;
import java.util.Optional;
import java.util.stream.Stream;

/** The COMMENT statements of a table, which PostgreSQL keeps apart from its definition. */
record CommentStatements(Syntax syntax, String table) {

    /** Those that a new table needs. */
    Stream<Statement> of(Table created) {
        return Stream.concat(
                created.comment().stream().map(comment -> onTable(Optional.of(comment))),
                created.columns().stream()
                        .filter(column -> column.comment().isPresent())
                        .map(this::onColumn));
    }

    Statement onTable(Optional<String> comment) {
        return statement(
                syntax.sql("COMMENT ON TABLE $N IS $V", table, value(comment)),
                "comment on table \"%s\"".formatted(table));
    }

    Statement onColumn(Column column) {
        return statement(
                syntax.sql("COMMENT ON COLUMN $N.$N IS $V", table, column.name(), value(column.comment())),
                "comment on column \"%s\" of \"%s\"".formatted(column.name(), table));
    }

    private static Value value(Optional<String> comment) {
        return comment.map(Value::of).orElse(Value.nothing());
    }

    private static Statement statement(Sql sql, String summary) {
        return Statement.of(sql, summary, LockFacts.comment()).asRepeatable().taking(Effort.DECLARATION);
    }
}
