/**
 * The revision graph: how revisions hang together, what a target means, and which moves lead from the rows of a version
 * table to it. Pure: no database, no SQL, no operation. {@link dev.aludel.revision.RevisionGraph} is the entry.
 */
@NullMarked
package dev.aludel.revision;

import org.jspecify.annotations.NullMarked;
