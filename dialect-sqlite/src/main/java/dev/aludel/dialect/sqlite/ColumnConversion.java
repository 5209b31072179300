package dev.aludel.dialect.sqlite;

/** How date-times become milliseconds, and back, in a table of SQLite, whose columns can't change their type. */
public enum ColumnConversion {
    /** The table is rebuilt: its columns keep their places, and what the model doesn't know of it is kept. */
    REBUILD,

    /**
     * The values are written to a new column, and the old one is dropped: faster, and with less room on the disk. The new
     * column stands at the end of the table. Where the table has a trigger, view, index or clause that the revisions don't
     * know, the revision stops before anything changes. What SQLite's own ALTER TABLE can't do is done by a rebuild: before
     * 3.53 that is every column that becomes NOT NULL, and always a column that a key, constraint, view or trigger of the
     * model speaks of.
     */
    NEW_COLUMN
}
