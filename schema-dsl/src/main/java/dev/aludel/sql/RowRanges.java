package dev.aludel.sql;

/**
 * How a statement over all rows of a table can be carried out range by range, in place of at once, with the same result.
 *
 * @param extent a query of one row: the first and the last of the rows' numbers, and how many rows there are
 * @param number what numbers a row; a condition on it may follow at the end of the statement
 */
public record RowRanges(Sql extent, Sql number) {

    /** The part of {@code whole} that concerns the rows of these numbers, the last one included. */
    public Sql part(Sql whole, long first, long last) {
        return Sql.raw("%s\nWHERE %s BETWEEN %d AND %d".formatted(whole.text(), number.text(), first, last));
    }
}
