package dev.aludel.gateway.shape;

import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param type in the server's own spelling
 * @param defaultValue in the server's own spelling; null where there is none
 */
public record ColumnShape(String type, boolean nullable, @Nullable String defaultValue) {}
