/**
 * Writes the Java source of new revisions: {@link dev.aludel.source.RevisionWriter} fills a template with the id, the
 * message, the date and the right {@code revises}. No database is asked, and no class is loaded but those of the history.
 */
@NullMarked
package dev.aludel.source;

import org.jspecify.annotations.NullMarked;
