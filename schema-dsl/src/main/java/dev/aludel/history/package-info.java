/**
 * Revisions and the histories that list them: what a team writes. Knows the DSL and the revision graph.
 */
@NullMarked
package dev.aludel.history;

import org.jspecify.annotations.NullMarked;
