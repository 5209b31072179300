/** Compares Aludel with other ways to migrate a database: the same work, in turn, on the same servers. */
@NullMarked
package dev.aludel.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
