package dev.aludel.sql;

/** What the time depends on that a statement takes once it has its locks. */
public enum Effort {
    /** On nothing: it changes what is declared, and reads and writes no rows. */
    DECLARATION,

    /** On the rows of the table that its step changes. */
    OWN_ROWS,

    /** On what only its author knows. */
    UNKNOWN
}
