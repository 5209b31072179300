package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.CompiledRevision;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Compiler;
import dev.aludel.dialect.Step;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.DefaultChange;
import dev.aludel.operation.Operation;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Compiles one operation, refines it, and runs it over plain JDBC. */
final class Rebuilding {

    private Rebuilding() {}

    static Table withoutDefault(Connection connection, Table table, String column) throws SQLException {
        AlterColumn drop = new AlterColumn(
                column,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new DefaultChange(Optional.empty())));
        return run(connection, table, new AlterTable(table.name(), List.of(drop)));
    }

    static Table run(Connection connection, Table table, Operation operation) throws SQLException {
        SchemaModel before = SchemaModel.of(List.of(table));
        SchemaModel after = operation.applyTo(before);
        Compiler compiler =
                new SqliteDialect().compiler(CompileContext.online(new SqliteDialect().offlineVersion(), Sessions.NOW));
        CompiledRevision compiled = compiler.compile(List.of(new Step(operation, before, after)));
        for (Check check : compiled.preconditions()) {
            run(connection, check);
        }
        for (CompiledStep step : compiled.steps()) {
            for (Action action :
                    step.readsLive() ? compiler.refine(step, connection).actions() : step.actions()) {
                run(connection, action);
            }
        }
        return after.tables().get(0);
    }

    private static void run(Connection connection, Action action) throws SQLException {
        String sql = action instanceof Check check
                ? check.query().text()
                : ((Statement) action).sql().text();
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            if (statement.execute(sql) && action instanceof Check check) {
                try (ResultSet found = statement.getResultSet()) {
                    if (found.next()) {
                        throw new IllegalStateException(check.failure().problem());
                    }
                }
            }
        }
    }
}
