package dev.aludel.revision;

/** Which way a move goes. */
public enum Direction {
    /** The revision's upgrade is applied. */
    UPGRADE,
    /** The revision's downgrade is applied. */
    DOWNGRADE,
    /** Only the rows of the version table change. */
    STAMP
}
