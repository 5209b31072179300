package dev.aludel.execute;

import dev.aludel.sql.RowRanges;
import dev.aludel.sql.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * Carries out a statement range by range, and tells between two of them, once a second and never before the first one is
 * over, how many of the rows are done.
 */
final class RangedStatement {

    /** Some tens of milliseconds' work, beside which preparing a statement is nothing. */
    private static final long ROWS = 20_000;

    private static final long PAUSE_NANOS = 1_000_000_000;

    private final Statement planned;
    private final RowRanges ranges;
    private final Consumer<ActionProgress> listener;
    private final long start = System.nanoTime();
    private long told = start;
    private boolean telling = true;

    RangedStatement(Statement planned, RowRanges ranges, Consumer<ActionProgress> listener) {
        this.planned = planned;
        this.ranges = ranges;
        this.listener = listener;
    }

    /** Returns how many rows it changed. */
    long execute(java.sql.Statement statement) throws SQLException {
        long first;
        long last;
        long total;
        try (ResultSet extent = statement.executeQuery(ranges.extent().text())) {
            extent.next();
            first = extent.getLong(1);
            last = extent.getLong(2);
            total = extent.getLong(3);
        }
        boolean isWide = last - first < 0;
        return total < 2 * ROWS || isWide
                ? statement.executeUpdate(planned.sql().text())
                : execute(statement, first, last, total);
    }

    private long execute(java.sql.Statement statement, long first, long last, long total) throws SQLException {
        long width = (last - first) / (total / ROWS) + 1;
        long rows = 0;
        long from = first;
        while (true) {
            long to = last - from < width ? last : from + width - 1;
            rows += statement.executeUpdate(ranges.part(from, to).text());
            if (to == last) {
                return rows;
            }
            tell(rows, total);
            from = to + 1;
        }
    }

    private void tell(long rows, long total) {
        long now = System.nanoTime();
        if (!telling || rows == 0 || now - told < PAUSE_NANOS) {
            return;
        }
        told = now;
        long done = Math.min(rows, total);
        try {
            listener.accept(new ActionProgress(
                    "copying", done, total, "rows", ActionProgress.remaining(total - done, rows, now - start)));
        } catch (RuntimeException failure) {
            telling = false;
            LoggerFactory.getLogger("dev.aludel.migration")
                    .debug("the progress of a statement is not told any more: {}", failure.toString());
        }
    }
}
