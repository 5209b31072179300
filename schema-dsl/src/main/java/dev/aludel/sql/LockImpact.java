package dev.aludel.sql;

/**
 * What a statement keeps others from while it runs.
 *
 * @param level whom it keeps waiting
 * @param rewritesTable whether it copies every row, so that its time grows with the table
 * @param detail the lock in the database's own words, for example {@code ACCESS EXCLUSIVE}
 */
public record LockImpact(Level level, boolean rewritesTable, String detail) {

    /** Whom a lock keeps waiting. */
    public enum Level {
        /** Nobody. */
        NONE,
        /** Those who write to the table. */
        WRITES,
        /** Those who write to the table, and those who read it. */
        READS_AND_WRITES
    }

    /** A statement that nobody waits for. */
    public static LockImpact none() {
        return new LockImpact(Level.NONE, false, "none");
    }
}
