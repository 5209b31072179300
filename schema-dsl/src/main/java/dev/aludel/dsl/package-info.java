/**
 * What an author of revisions writes against. Everything here only records: it makes the immutable operations of
 * {@code dev.aludel.operation}, and nothing else.
 */
@NullMarked
package dev.aludel.dsl;

import org.jspecify.annotations.NullMarked;
