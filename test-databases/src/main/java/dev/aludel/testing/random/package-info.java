/**
 * Long changes of a schema, drawn at random but the same for the same seed, that every dialect makes and takes back: what
 * single features don't show, because it needs several of them to meet.
 */
@NullMarked
package dev.aludel.testing.random;

import org.jspecify.annotations.NullMarked;
