/**
 * What a database must say for itself: the service interface that a dialect's module implements, and the standard
 * compiler that it extends. To add a database, implement {@link dev.aludel.dialect.Dialect} and its parts in a module of
 * its own.
 */
@NullMarked
package dev.aludel.dialect;

import org.jspecify.annotations.NullMarked;
