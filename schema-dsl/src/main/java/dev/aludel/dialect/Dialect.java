package dev.aludel.dialect;

import dev.aludel.model.DialectId;
import dev.aludel.sql.Syntax;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A family of databases that speak alike. Found by {@link java.util.ServiceLoader}, or handed over explicitly.
 *
 * <p>A dialect and its parts are stateless and thread-safe.
 */
public interface Dialect {

    /** The name that {@code on(…)} and the command line know it by. */
    DialectId id();

    /** The name that a person knows it by: {@code PostgreSQL}. */
    String displayName();

    /**
     * The name by which revisions speak of such a server: that of the dialect, unless it serves several products and
     * revisions can tell them apart.
     */
    default DialectId id(ServerVersion version) {
        return id();
    }

    /** Whether a connection is to a database of this family; answered without a round trip where the driver can. */
    boolean recognizes(DatabaseMetaData database) throws SQLException;

    /** The server behind a connection. */
    ServerVersion version(DatabaseMetaData database) throws SQLException;

    /**
     * The server that a user names on the command line, for example {@code 15} or {@code 10.11-MariaDB}.
     *
     * @throws DialectException when {@code text} is no version
     */
    ServerVersion version(String text);

    /** The server that an offline script is for when nobody names one. */
    ServerVersion offlineVersion();

    /**
     * The servers that a history is judged for without a database: {@link #offlineVersion} first, and then one for each
     * further name by which revisions speak of such servers.
     */
    default List<ServerVersion> offlineVersions() {
        return List.of(offlineVersion());
    }

    /** The oldest server of the product of {@code version} that is supported. */
    ServerVersion oldestSupported(ServerVersion version);

    /**
     * Refuses a server that is too old.
     *
     * @throws DialectException when {@code version} is older than the oldest supported one
     */
    default void requireSupported(ServerVersion version) {
        ServerVersion oldest = oldestSupported(version);
        if (version.compareTo(oldest) < 0) {
            throw new DialectException("the server is %s, and the oldest supported one is %s: nothing was executed"
                    .formatted(version, oldest));
        }
    }

    /** Whether a transaction covers DDL, so that a revision that fails leaves nothing behind. */
    boolean transactionalDdl();

    /** How names and literals are written. */
    Syntax syntax();

    /** A compiler for one plan. */
    Compiler compiler(CompileContext context);

    /** How a script is written. */
    ScriptSyntax script();

    /** Reads a live schema. */
    Inspector inspector();

    /** Keeps two runs apart. */
    MigrationLock lock();

    /** How a transaction begins and ends. */
    default TransactionControl transactions() {
        return TransactionControl.jdbc();
    }

    /** Keeps statements from waiting long for locks. */
    default LockWaits lockWaits() {
        return LockWaits.standard();
    }

    /**
     * Whether {@code failure} is the database's answer to a statement that it won't carry out, and not a fault of the server,
     * the connection, or other sessions' locks.
     */
    default boolean isRefusal(SQLException failure) {
        return !lockWaits().isRetryable(failure) && !ServerFault.is(failure);
    }

    /** How far a statement has come, asked from outside; empty where such a server can't tell. */
    default Optional<ProgressQuery> progress(ServerVersion version) {
        return Optional.empty();
    }

    /** Whether {@code failure} says that a table doesn't exist. */
    boolean isMissingTable(SQLException failure);
}
