package dev.aludel.execute;

import dev.aludel.revision.Direction;
import dev.aludel.revision.Header;
import java.time.Duration;

/**
 * A revision that a run applied or took back.
 *
 * @param rowsChanged how many rows its statements changed, as far as the database counts them
 */
public record AppliedRevision(Header header, Direction direction, Duration duration, long rowsChanged) {}
