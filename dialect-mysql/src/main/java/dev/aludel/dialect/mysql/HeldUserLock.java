package dev.aludel.dialect.mysql;

import dev.aludel.dialect.LockLostException;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * A user-level lock that a connection has.
 *
 * @param joins whether a statement that writes may ask for the lock: a replica that carries out the same statement has none
 */
record HeldUserLock(UserLock lock, boolean joins) implements MigrationLock.Held {

    @Override
    public void verify(Connection connection) throws SQLException {
        if (!new UserLock(connection, lock.name()).isMine()) {
            throw lost("this run stopped before it wrote anything more");
        }
    }

    @Override
    public Optional<Sql> condition() {
        return joins ? Optional.of(lock.isMineCondition()) : Optional.empty();
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
