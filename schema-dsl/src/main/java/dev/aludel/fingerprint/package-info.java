/**
 * The hash of what a revision asks for: operations are written as a canonical text of our own spelling, one fact a line,
 * and that text is hashed. Names of Java classes and record components take no part, so a refactoring changes no hash.
 */
@NullMarked
package dev.aludel.fingerprint;

import org.jspecify.annotations.NullMarked;
