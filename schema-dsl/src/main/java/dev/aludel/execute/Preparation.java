package dev.aludel.execute;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.error.MigrationException;
import dev.aludel.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Creates, ahead of all revisions, the tables that runs keep their record in. */
public final class Preparation {

    private final Dialect dialect;
    private final List<Statement> statements;

    /** {@code statements} come from a planner for {@code dialect}. */
    public Preparation(Dialect dialect, List<Statement> statements) {
        this.dialect = dialect;
        this.statements = List.copyOf(statements);
    }

    /**
     * Runs the statements, in one transaction where it covers DDL.
     *
     * @param connection in autocommit mode, and left so
     * @param lock what keeps other runs away meanwhile
     * @throws MigrationException when the database refuses
     */
    public void run(Connection connection, MigrationLock.Held lock) {
        try {
            if (dialect.transactionalDdl()) {
                inTransaction(connection, lock);
            } else {
                execute(connection, lock);
            }
        } catch (SQLException failure) {
            throw new MigrationException(
                    "the version table cannot be created, and no revision was touched: %s"
                            .formatted(failure.getMessage()),
                    failure);
        }
    }

    private void inTransaction(Connection connection, MigrationLock.Held lock) throws SQLException {
        dialect.transactions().begin(connection);
        try {
            execute(connection, lock);
            dialect.transactions().commit(connection);
        } catch (SQLException | RuntimeException | Error failure) {
            dialect.transactions().rollback(connection);
            throw failure;
        }
    }

    private void execute(Connection connection, MigrationLock.Held lock) throws SQLException {
        lock.verify(connection);
        try (java.sql.Statement jdbc = connection.createStatement()) {
            for (Statement statement : statements) {
                jdbc.execute(statement.sql().text());
            }
        }
    }
}
