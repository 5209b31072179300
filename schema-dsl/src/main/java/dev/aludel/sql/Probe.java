package dev.aludel.sql;

/**
 * A question to the live schema with a yes or no.
 *
 * @param kind what is looked for
 * @param table the table it belongs to, or the table itself; the object itself where it is neither
 * @param name the object's name; the table's own for a table
 * @param present whether the answer is yes when the object is there, or when it is not
 */
public record Probe(Kind kind, String table, String name, boolean present) {

    /** What can be looked for. */
    public enum Kind {
        TABLE,
        COLUMN,
        INDEX,
        CONSTRAINT,
        VIEW,
        TRIGGER,
        FUNCTION,
        PROCEDURE
    }

    /** Is the table there? */
    public static Probe tableExists(String table) {
        return new Probe(Kind.TABLE, table, table, true);
    }

    /** Is the column there? */
    public static Probe columnExists(String table, String column) {
        return new Probe(Kind.COLUMN, table, column, true);
    }

    /**
     * Is the index there, and fit for use? Where a database keeps an index whose creation failed, that one is neither there
     * nor absent: this question and its opposite are both answered by no.
     */
    public static Probe indexExists(String table, String index) {
        return new Probe(Kind.INDEX, table, index, true);
    }

    /** Is the constraint there? */
    public static Probe constraintExists(String table, String constraint) {
        return new Probe(Kind.CONSTRAINT, table, constraint, true);
    }

    /** Is the view, trigger or routine there? */
    public static Probe objectExists(Kind kind, String name) {
        return new Probe(kind, name, name, true);
    }

    /** The opposite question. */
    public Probe negated() {
        return new Probe(kind, table, name, !present);
    }
}
