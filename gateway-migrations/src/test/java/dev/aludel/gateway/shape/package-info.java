/**
 * The shape of a live schema, read apart from the code under test, and the shape that it must have: both as the same plain
 * data, so that a test compares them by equality.
 */
@NullMarked
package dev.aludel.gateway.shape;

import org.jspecify.annotations.NullMarked;
