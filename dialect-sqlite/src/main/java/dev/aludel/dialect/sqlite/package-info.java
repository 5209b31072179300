/**
 * SQLite, version 3.35 and later. What native ALTER TABLE can't do, or would lose something by, is done by a rebuild of the
 * table that starts from the table's own text in {@code sqlite_schema} and changes only what was asked for.
 */
@NullMarked
package dev.aludel.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
