/**
 * The shape of a live schema, read apart from the code under test, and shapes that were measured: both as the same plain
 * data, so that a test compares them by equality. What a reference can't mean, a test takes from both sides first.
 */
@NullMarked
package dev.aludel.testing.shape;

import org.jspecify.annotations.NullMarked;
