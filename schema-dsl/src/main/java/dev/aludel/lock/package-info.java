/**
 * How a run keeps others out: by the database's own lock, by a lease where that can't be trusted, or not at all where it
 * was told so.
 */
@NullMarked
package dev.aludel.lock;

import org.jspecify.annotations.NullMarked;
