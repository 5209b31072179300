package dev.aludel.dialect.mysql;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.CompiledRevision;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Compiler;
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
record TestRun(SchemaModel after, Compiler compiler, CompiledRevision compiled) {

    static final long RUN_TIME_MILLIS = 1_735_787_045_678L;

    static final ServerVersion MYSQL_8 = new ServerVersion("MySQL", 8, 4, 0);
    static final ServerVersion MARIADB_10 = new ServerVersion("MariaDB", 10, 6, 0);

    static TestRun of(SchemaModel before, Consumer<Schema> author) {
        return of(before, CompileContext.online(MYSQL_8, RUN_TIME_MILLIS), Schema.record(author));
    }

    static TestRun of(Connection connection, SchemaModel before, Consumer<Schema> author) throws SQLException {
        return of(connection, before, Schema.record(author));
    }

    static TestRun of(Connection connection, SchemaModel before, List<Operation> operations) throws SQLException {
        ServerVersion version = new MysqlDialect().version(connection.getMetaData());
        return of(before, CompileContext.online(version, RUN_TIME_MILLIS), operations);
    }

    static TestRun of(SchemaModel before, CompileContext context, List<Operation> operations) {
        SchemaModel current = before;
        List<Step> steps = new ArrayList<>();
        for (Operation operation : operations) {
            SchemaModel after = operation.applyTo(current);
            steps.add(new Step(operation, current, after));
            current = after;
        }
        Compiler compiler = new MysqlDialect().compiler(context);
        return new TestRun(current, compiler, compiler.compile(steps));
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

    List<String> sql() {
        return statements().stream().map(statement -> statement.sql().text()).toList();
    }

    /** Runs all actions as an executor does; a check that finds something throws. */
    SchemaModel on(Connection connection) throws SQLException {
        for (Check precondition : compiled.preconditions()) {
            run(connection, precondition);
        }
        for (CompiledStep step : compiled.steps()) {
            CompiledStep refined = step.readsLive() ? compiler.refine(step, connection) : step;
            for (Action action : refined.actions()) {
                run(connection, action);
            }
        }
        return after;
    }

    private static void run(Connection connection, Action action) throws SQLException {
        if (action instanceof Check check) {
            List<List<String>> found = rows(connection, check.query().text());
            if (!found.isEmpty()) {
                throw new CheckFound(check.failure().problem() + " " + found);
            }
        } else {
            execute(connection, ((Statement) action).sql().text());
        }
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
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

    /** A check found rows. */
    static final class CheckFound extends RuntimeException {
        CheckFound(String message) {
            super(message);
        }
    }
}
