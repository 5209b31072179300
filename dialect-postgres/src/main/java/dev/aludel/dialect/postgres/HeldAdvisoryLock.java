package dev.aludel.dialect.postgres;

import dev.aludel.dialect.LockLostException;
import dev.aludel.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;

/** An advisory lock that a session has. */
record HeldAdvisoryLock(AdvisoryLock lock, String name) implements MigrationLock.Held {

    @Override
    public void verify(Connection connection) throws SQLException {
        if (!new AdvisoryLock(connection, lock.key()).isMine()) {
            throw lost("this run stopped before it wrote anything more");
        }
    }

    /** In a transaction, so that a pooler doesn't give the session away between taking and releasing. */
    @Override
    public boolean keepsOut(Connection other) throws SQLException {
        AdvisoryLock same = new AdvisoryLock(other, lock.key());
        boolean autoCommit = other.getAutoCommit();
        other.setAutoCommit(false);
        try {
            boolean taken = same.take();
            if (taken) {
                same.release();
            }
            return !taken;
        } finally {
            other.rollback();
            other.setAutoCommit(autoCommit);
        }
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
