/**
 * Bad input, one case after another, on every database: what the user is told, and what state is left. The outcomes are the
 * table of docs/reliability.md.
 */
@NullMarked
package dev.aludel.reliability;

import org.jspecify.annotations.NullMarked;
