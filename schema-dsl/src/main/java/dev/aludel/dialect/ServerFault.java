package dev.aludel.dialect;

import java.sql.SQLException;
import java.util.Set;

/** What says nothing of the statement that failed: a fault of the server or the connection, or one of the driver's own. */
final class ServerFault {

    /**
     * Classes of the SQL standard and of PostgreSQL's manual, appendix A: connection, rollback, insufficient resources, operator
     * intervention, system error, MySQL's "query was interrupted", internal error.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58", "70", "XX");

    private ServerFault() {}

    static boolean is(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() != 5 || CLASSES.contains(state.substring(0, 2));
    }
}
