package dev.aludel.dialect.sqlite;

/**
 * A changed column whose values are counted before and after.
 *
 * @param name its working name, which is also its old one
 * @param values how many there must be in the new form
 */
record CarriedColumn(String name, Values values) {

    /** How many rows have a value afterwards. The later one of two prevails where a column changes twice. */
    enum Values {
        /** As many as before. */
        SAME,

        /** As many as before, or more: an expression may give a value to a row that had none. */
        SAME_OR_MORE,

        /** All of them. */
        ALL
    }
}
