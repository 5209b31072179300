package dev.aludel.dialect.mysql;

import dev.aludel.dialect.LockLostException;
import dev.aludel.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A user-level lock that a connection has. */
record HeldUserLock(UserLock lock) implements MigrationLock.Held {

    @Override
    public void verify(Connection connection) throws SQLException {
        if (!new UserLock(connection, lock.name()).isMine()) {
            throw lost("this run stopped before it wrote anything more");
        }
    }

    @Override
    public boolean keepsOut(Connection other) throws SQLException {
        UserLock same = new UserLock(other, lock.name());
        boolean taken = same.take(Duration.ZERO).orElse(false);
        if (taken) {
            same.release();
        }
        return !taken;
    }

    @Override
    public void close() throws SQLException {
        if (!lock.release()) {
            throw lost("what this run reported as done is done, but another run may have worked at the same time");
        }
    }

    private LockLostException lost(String state) {
        return new LockLostException(
                "%s is not held by this connection any more: something released it, or the connection changed under the run: %s. Run the same command again"
                        .formatted(lock.words(), state));
    }
}
