package dev.aludel.dialect.postgres;

import dev.aludel.dialect.StatementKind;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values for columns of a table that rows leave empty, given in one UPDATE. */
final class NullFills {

    private final PostgresCompiler compiler;
    private final String table;
    private final Map<String, Sql> values = new LinkedHashMap<>();

    NullFills(PostgresCompiler compiler, String table) {
        this.compiler = compiler;
        this.table = table;
    }

    void add(String column, Sql value) {
        values.put(column, value);
    }

    /** Fills the NULLs of columns that may hold other values. */
    Optional<Statement> whereNull() {
        List<Sql> conditions = values.keySet().stream()
                .map(column -> compiler.template("$N IS NULL", column))
                .toList();
        return update(
                values.entrySet().stream()
                        .map(entry -> values.size() == 1 ? assignment(entry) : fillingAssignment(entry))
                        .toList(),
                compiler.template("\nWHERE $S", Sql.joined(" OR ", conditions)),
                LockFacts.of(StatementKind.UPDATE_ROWS));
    }

    /** Fills columns that hold nothing yet. */
    Optional<Statement> everywhere() {
        return update(
                values.entrySet().stream().map(this::assignment).toList(), Sql.raw(""), LockFacts.updateOfAllRows());
    }

    private Optional<Statement> update(Collection<Sql> assignments, Sql where, LockImpact lock) {
        if (assignments.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Statement.of(
                compiler.template("UPDATE $N\nSET $S$S", table, assignments, where),
                "fill %s of \"%s\"".formatted(quotedColumns(), table),
                lock));
    }

    private Sql assignment(Map.Entry<String, Sql> entry) {
        return compiler.template("$N = $S", entry.getKey(), entry.getValue());
    }

    private Sql fillingAssignment(Map.Entry<String, Sql> entry) {
        return compiler.template("$N = coalesce($N, $S)", entry.getKey(), entry.getKey(), entry.getValue());
    }

    private String quotedColumns() {
        return "\"" + String.join("\", \"", values.keySet()) + "\"";
    }
}
