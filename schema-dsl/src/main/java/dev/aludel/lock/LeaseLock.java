package dev.aludel.lock;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.LeaseSyntax;
import dev.aludel.dialect.LockPolling;
import dev.aludel.dialect.LockRequest;
import dev.aludel.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** A row that says who may migrate, and until when: it needs no session, and reaches every node of a cluster. */
final class LeaseLock implements MigrationLock {

    private final Dialect dialect;
    private final LeaseSyntax syntax;
    private final Duration duration;
    private final DataSource dataSource;

    LeaseLock(Dialect dialect, LeaseSyntax syntax, Duration duration, DataSource dataSource) {
        this.dialect = dialect;
        this.syntax = syntax;
        this.duration = duration;
        this.dataSource = dataSource;
    }

    @Override
    public Held acquire(Connection connection, LockRequest request) throws SQLException {
        LeaseSql sql = new LeaseSql(dialect.syntax(), syntax, request.schema(), request.table());
        LeaseTable table = new LeaseTable(dialect, sql, duration);
        String name = request.table() + "_lease";
        long token = taken(name, table, connection, request);
        LeaseHeartbeat heartbeat = LeaseHeartbeat.start(table, token, duration, dataSource, connection);
        return new Lease(name, table, token, duration, connection, heartbeat);
    }

    /** The token that the lease was taken with; read back later, it could be another run's. */
    private static long taken(String name, LeaseTable table, Connection connection, LockRequest request)
            throws SQLException {
        String owner = LeaseOwner.words();
        AtomicLong token = new AtomicLong();
        new LockPolling("the lease \"%s\"".formatted(name), request.timeout(), request.waits())
                .until(
                        remaining -> {
                            LeaseRow row = table.row(connection);
                            token.set(row.token() + 1);
                            return row.isFree() && table.take(connection, row.token(), owner);
                        },
                        () -> table.row(connection).words());
        return token.get();
    }
}
