package dev.aludel.sql;

/**
 * How a statement over all rows of a table can be carried out range by range, in place of at once, with the same result.
 *
 * @param extent a query of one row: the first and the last of the rows' numbers, and how many rows there are
 * @param number what numbers a row
 * @param whole the statement for all rows, in any order, to whose end a condition on the number can be added
 */
public record RowRanges(Sql extent, Sql number, Sql whole) {

    /** What concerns the rows of these numbers, the last one included, in the order of their numbers. */
    public Sql part(long first, long last) {
        return Sql.raw("%s\nWHERE %s BETWEEN %d AND %d\nORDER BY %s"
                .formatted(whole.text(), number.text(), first, last, number.text()));
    }
}
