package dev.aludel.dialect.postgres;

import dev.aludel.dialect.LockLostException;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * An advisory lock that a session has.
 *
 * @param isCertain whether nobody else can be in the same session
 */
record HeldAdvisoryLock(AdvisoryLock lock, String name, boolean isCertain) implements MigrationLock.Held {

    @Override
    public void verify(Connection connection) throws SQLException {
        if (!new AdvisoryLock(connection, lock.key()).keep()) {
            throw lost("this run stopped before it wrote anything more");
        }
    }

    @Override
    public Optional<Sql> verification() {
        return Optional.of(lock.keepOrFail());
    }

    @Override
    public boolean keepsOut(Connection other) throws SQLException {
        return !new AdvisoryLock(other, lock.key()).isFree();
    }

    @Override
    public void close() throws SQLException {
        if (!lock.release()) {
            throw lost("what this run reported as done is done, but another run may have worked at the same time");
        }
    }

    private LockLostException lost(String state) {
        return new LockLostException(
                "%s is not held by this session any more: something released it, or the session changed under the run, as with a pooler in transaction mode: %s. Connect to PostgreSQL directly, or take a lease (lease(Duration), --lease 30s), and run the same command again"
                        .formatted(name, state));
    }
}
