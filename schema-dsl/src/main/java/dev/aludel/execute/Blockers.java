package dev.aludel.execute;

import dev.aludel.dialect.LockWaits;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Who stands in the way.
 *
 * @param sessions a phrase for each
 * @param otherwise what is to be said where there are none
 */
record Blockers(List<String> sessions, String otherwise) {

    static Blockers find(Connection connection, LockWaits waits, LockTarget target) {
        try {
            List<String> sessions = waits.blockers(connection, target.tables(), target.wanted());
            return new Blockers(sessions, "No session holds locks in the way any more.");
        } catch (SQLException hidden) {
            return new Blockers(
                    List.of(), "Who holds locks in the way could not be found out: %s.".formatted(hidden.getMessage()));
        }
    }

    /** One or more lines. */
    String lines() {
        return sessions.isEmpty() ? otherwise : "In the way:\n    " + String.join("\n    ", sessions);
    }
}
