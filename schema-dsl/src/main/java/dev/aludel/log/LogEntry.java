package dev.aludel.log;

import dev.aludel.revision.Direction;
import dev.aludel.revision.RevisionId;
import java.time.Instant;
import java.util.Optional;

/**
 * One time that a revision was applied, taken back or stamped.
 *
 * @param number counts from 1, in the order in which they began
 * @param startedAt to the millisecond; the end, where an offline script did it
 * @param finishedAt to the millisecond; empty as long as the outcome is open
 * @param who did it, as {@code user@host}, or {@code offline script}
 * @param tool what did it, with its version
 * @param tag what the caller said of the run
 * @param operationsHash the canonical operations that were carried out, with the hash's algorithm; empty for a stamp
 */
public record LogEntry(
        long number,
        RevisionId revision,
        Direction direction,
        Outcome outcome,
        Instant startedAt,
        Optional<Instant> finishedAt,
        String who,
        String tool,
        Optional<String> tag,
        Optional<String> operationsHash) {}
