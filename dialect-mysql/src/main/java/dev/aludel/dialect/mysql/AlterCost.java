package dev.aludel.dialect.mysql;

import dev.aludel.sql.LockImpact;

/** What a clause of ALTER TABLE costs, cheapest first: MySQL 8.4 manual, section 17.12.1, "Online DDL Operations". */
enum AlterCost {
    /** The table's rows stay as they are. */
    METADATA(LockImpact.Level.NONE, false, "exclusive metadata lock for a moment"),
    /** An index is built while others read and write. */
    IN_PLACE(LockImpact.Level.NONE, false, "exclusive metadata lock at the start and at the end, INPLACE"),
    /** The rows are written anew while others read and write. */
    REBUILD(LockImpact.Level.NONE, true, "exclusive metadata lock at the start and at the end, INPLACE with a rebuild"),
    /** The rows are copied into a new table while others only read. */
    COPY(
            LockImpact.Level.WRITES,
            true,
            "shared lock while the rows are copied (COPY), then an exclusive metadata lock");

    private final LockImpact.Level level;
    private final boolean rewritesTable;
    private final String detail;

    AlterCost(LockImpact.Level level, boolean rewritesTable, String detail) {
        this.level = level;
        this.rewritesTable = rewritesTable;
        this.detail = detail;
    }

    LockImpact impact() {
        return new LockImpact(level, rewritesTable, detail);
    }

    AlterCost atLeast(AlterCost other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
