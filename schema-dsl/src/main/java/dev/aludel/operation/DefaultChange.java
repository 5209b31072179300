package dev.aludel.operation;

import dev.aludel.model.Value;
import java.util.Optional;

/**
 * Sets or drops a column's default.
 *
 * @param value the new default; empty to drop it
 */
public record DefaultChange(Optional<Value> value) {}
