/**
 * Everything that the DSL can say, each thing with what becomes of it on every database: run there, and written into the
 * documentation from the same list.
 */
@NullMarked
package dev.aludel.testing.coverage;

import org.jspecify.annotations.NullMarked;
