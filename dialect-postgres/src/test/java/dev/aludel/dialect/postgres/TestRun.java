package dev.aludel.dialect.postgres;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.CompiledRevision;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.dialect.Step;
import dev.aludel.dsl.Schema;
import dev.aludel.model.SchemaModel;
import dev.aludel.operation.Operation;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Operations compiled as one revision, to look at or to run over plain JDBC. */
record TestRun(SchemaModel after, CompiledRevision compiled) {

    static final long RUN_TIME_MILLIS = 1_735_787_045_678L;

    static final ServerVersion POSTGRES_13 = new ServerVersion("PostgreSQL", 13, 0, 0);

    static TestRun of(SchemaModel before, Consumer<Schema> author) {
        return of(before, CompileContext.online(POSTGRES_13, RUN_TIME_MILLIS), Schema.record(author));
    }

    static TestRun of(SchemaModel before, List<Operation> operations) {
        return of(before, CompileContext.online(POSTGRES_13, RUN_TIME_MILLIS), operations);
    }

    static TestRun offline(SchemaModel before, Consumer<Schema> author) {
        return of(before, CompileContext.offline(POSTGRES_13), Schema.record(author));
    }

    static TestRun of(SchemaModel before, CompileContext context, List<Operation> operations) {
        SchemaModel current = before;
        List<Step> steps = new ArrayList<>();
        for (Operation operation : operations) {
            SchemaModel after = operation.applyTo(current);
            steps.add(new Step(operation, current, after));
            current = after;
        }
        return new TestRun(current, new PostgresDialect().compiler(context).compile(steps));
    }

    /** All actions in their order, preconditions first. */
    List<Action> actions() {
        return Stream.concat(
                        compiled.preconditions().stream(),
                        compiled.steps().stream().map(CompiledStep::actions).flatMap(List::stream))
                .toList();
    }

    List<Statement> statements() {
        return actions().stream()
                .filter(Statement.class::isInstance)
                .map(Statement.class::cast)
                .toList();
    }

    List<Check> checks() {
        return actions().stream()
                .filter(Check.class::isInstance)
                .map(Check.class::cast)
                .toList();
    }

    /** The statements that change something: those that shut a table and count its rows are left out. */
    List<String> sql() {
        return statements().stream()
                .map(statement -> statement.sql().text())
                .filter(text -> !text.startsWith("LOCK TABLE") && !text.startsWith("DO "))
                .toList();
    }

    /** Runs all actions, in one transaction unless there is one already; a check that finds something throws. */
    SchemaModel on(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            runAll(connection);
            return after;
        }
        connection.setAutoCommit(false);
        try {
            runAll(connection);
            connection.commit();
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
        return after;
    }

    private void runAll(Connection connection) throws SQLException {
        for (Action action : actions()) {
            if (action instanceof Check check) {
                require(connection, check);
            } else {
                execute(connection, ((Statement) action).sql().text());
            }
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** The rows of a query, each as its values in text form. */
    static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                all.add(row);
            }
            return all;
        }
    }

    private static void require(Connection connection, Check check) throws SQLException {
        List<List<String>> found = rows(connection, check.query().text());
        if (!found.isEmpty()) {
            throw new CheckFound(check.failure().problem() + " " + found);
        }
    }

    /** A check found rows. */
    static final class CheckFound extends RuntimeException {
        CheckFound(String message) {
            super(message);
        }
    }
}
