package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Sends statements in as few round trips as each driver allows. */
final class RawStatements {

    private static final String END = ";\n";

    private RawStatements() {}

    /** The database, as its driver has to be told for that. */
    static Address address(Address database) {
        return database.product() == Product.MYSQL
                ? database.with("allowMultiQueries=true&useLocalSessionState=true")
                : database;
    }

    static void execute(Product product, Connection connection, Statement statement, Change change)
            throws SQLException {
        each(statement, change.settings());
        switch (product) {
            case POSTGRESQL -> inTransaction(connection, () -> together(statement, change.statements()));
            // Each DDL statement is a transaction of its own.
            case MYSQL -> together(statement, change.statements());
            // The driver takes one statement a call, and nothing goes over a wire.
            case SQLITE -> inTransaction(connection, () -> each(statement, change.statements()));
        }
    }

    private static void inTransaction(Connection connection, Sending sending) throws SQLException {
        connection.setAutoCommit(false);
        sending.send();
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void each(Statement statement, List<String> statements) throws SQLException {
        for (String sql : statements) {
            refuseRows(statement, statement.execute(sql));
        }
    }

    private static void together(Statement statement, List<String> statements) throws SQLException {
        boolean rows = statement.execute(String.join(END, statements));
        refuseRows(statement, rows);
        while (statement.getMoreResults() || statement.getUpdateCount() != -1) {
            refuseRows(statement, statement.getUpdateCount() == -1);
        }
    }

    /** A query among the statements is a check: what it finds is wrong. */
    private static void refuseRows(Statement statement, boolean rows) throws SQLException {
        if (rows && statement.getResultSet().next()) {
            throw new SQLException("a check found rows that it should not");
        }
    }

    /** Sends statements. */
    @FunctionalInterface
    private interface Sending {
        void send() throws SQLException;
    }
}
