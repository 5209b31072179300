package dev.aludel.dialect.sqlite;

import java.sql.SQLException;

/** SQLite's answer when another connection is in the way. */
final class Busy {

    /** All that can be told of the other connection. */
    static final String HOLDER =
            "another connection to the file, of which SQLite tells no more (fuser and lsof list the processes that have it open)";

    /** rescode.html: SQLITE_BUSY; its extended codes hold it in their lowest eight bits. */
    private static final int CODE = 5;

    private Busy() {}

    static boolean is(SQLException failure) {
        return (failure.getErrorCode() & 0xff) == CODE;
    }
}
