package dev.aludel.dialect.mysql;

import dev.aludel.dialect.DialectException;
import dev.aludel.dialect.LeaseSyntax;
import dev.aludel.dialect.LockPolling;
import dev.aludel.dialect.LockRequest;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.UntrustedLockException;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A user-level lock of the session, by {@code GET_LOCK}. Such locks belong to the whole server, so that the database's name
 * is part of the lock's. They don't reach from one node of a cluster to another.
 */
final class MysqlLock implements MigrationLock {

    /** Short, so that the connection is never silent for long, and an interrupted thread notices. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** The time of the statement's beginning, which is earlier than the truth if at all: a lease ends early then, not late. */
    private static final LeaseSyntax LEASES = new LeaseSyntax(
            Sql.raw("TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(3)) DIV 1000"),
            Sql.raw("FOR UPDATE SKIP LOCKED"));

    private static final String NODES_THAT_WRITE =
            """
            SHOW GLOBAL VARIABLES
            WHERE (Variable_name = 'wsrep_on' AND Value = 'ON')
                OR (Variable_name = 'group_replication_single_primary_mode' AND Value = 'OFF')""";

    @Override
    public Held acquire(Connection connection, LockRequest request) throws SQLException {
        UserLock lock = new UserLock(connection, LockName.of(connection, request));
        new LockPolling(lock.words(), request.timeout(), request.waits())
                .until(remaining -> attempt(lock, remaining), lock::holder);
        UserLock.Standing standing = lock.standing();
        if (!standing.isMine()) {
            throw new UntrustedLockException(
                    "%s went to another connection than the statement after it, as with a proxy that gives one connection to many. Nothing was changed. Let every run connect to the server directly, or let every run take a lease: Migrator's lease(Duration), on the command line --lease 30s"
                            .formatted(lock.words()));
        }
        return new HeldUserLock(lock, !standing.isReplicatedByStatement());
    }

    private static boolean attempt(UserLock lock, Duration remaining) throws SQLException {
        Duration wait = remaining.compareTo(LONGEST_WAIT) < 0 ? remaining : LONGEST_WAIT;
        return lock.take(wait)
                .orElseThrow(() -> new DialectException(
                        "%s could not be asked for: GET_LOCK gave NULL, as it does when it is killed or has no memory. Nothing was changed; run it again"
                                .formatted(lock.words())));
    }

    /** Galera, and group replication with several primaries: each node has locks of its own (the manuals say so). */
    @Override
    public Optional<String> unreliableBecause(Connection connection) throws SQLException {
        List<Row> settings = new Rows(connection).of(NODES_THAT_WRITE);
        return settings.stream()
                .findFirst()
                .map(setting ->
                        "the server is one of several that are written to (%s is %s), and GET_LOCK reaches one of them only"
                                .formatted(setting.text("variable_name"), setting.text("value")));
    }

    @Override
    public Optional<LeaseSyntax> leases() {
        return Optional.of(LEASES);
    }
}
