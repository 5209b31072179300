package dev.aludel.dialect.sqlite;

import dev.aludel.sql.LockImpact;

/** What SQLite locks: always the whole database, against other writers. */
final class LockFacts {

    private static final String DETAIL = "RESERVED lock on the database, held until the revision commits";

    private LockFacts() {}

    /** A statement that writes. */
    static LockImpact write(boolean rewritesTable) {
        return new LockImpact(LockImpact.Level.WRITES, rewritesTable, DETAIL);
    }
}
