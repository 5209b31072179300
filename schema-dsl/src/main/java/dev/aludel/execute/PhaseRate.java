package dev.aludel.execute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What was first seen of a phase, from which its rate follows. */
final class PhaseRate {

    private final String phase;
    private final long start;
    private final long startNanos;

    private PhaseRate(String phase, long start, long startNanos) {
        this.phase = phase;
        this.start = start;
        this.startNanos = startNanos;
    }

    /** Goes on with {@code known}, or begins anew where a row tells of another phase. */
    static PhaseRate following(Optional<PhaseRate> known, ResultSet row, long nanos) throws SQLException {
        String phase = String.valueOf(row.getString(1));
        long done = row.getLong(2);
        return known.filter(rate -> rate.phase.equals(phase)).orElseGet(() -> new PhaseRate(phase, done, nanos));
    }

    /** What the row tells, with an estimate. */
    ActionProgress progress(ResultSet row, long nanos) throws SQLException {
        long counted = row.getLong(2);
        long gained = Math.max(0, counted - start);
        boolean grows = row.getInt(5) == 1;
        long total = Math.max(0, row.getLong(3));
        long done = Math.max(0, Math.min(total, grows ? gained : counted));
        return new ActionProgress(
                phase,
                done,
                total,
                String.valueOf(row.getString(4)),
                ActionProgress.remaining(total - done, gained, nanos - startNanos));
    }
}
