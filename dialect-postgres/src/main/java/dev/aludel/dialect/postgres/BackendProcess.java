package dev.aludel.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The server's process that a connection was told of when it was opened, in the message BackendKeyData. */
final class BackendProcess {

    private BackendProcess() {}

    /**
     * Whether {@code answering}, the process that answers now, is the connection's own. It isn't where a pooler stands
     * between, which has to find the right process itself when a statement is to be cancelled, and so gives a number of its
     * own. Unknown, which is no, where the driver is another one, or a pool doesn't hand it out.
     */
    static boolean isOwn(Connection connection, int answering) {
        try {
            return connection.isWrapperFor(PGConnection.class)
                    && connection.unwrap(PGConnection.class).getBackendPID() == answering;
        } catch (SQLException | NoClassDefFoundError unknown) {
            return false;
        }
    }
}
