/**
 * The migration log, which lies beside the version table and keeps one row for each time that a revision was applied or
 * taken back; and the journal, which keeps one row for each action of a revision that can't be one transaction, as long as
 * it isn't done.
 */
@NullMarked
package dev.aludel.log;

import org.jspecify.annotations.NullMarked;
