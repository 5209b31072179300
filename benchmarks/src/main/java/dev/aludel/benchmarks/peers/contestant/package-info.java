/** The tools that are compared, behind one interface, each with a small program that does one migration and ends. */
@NullMarked
package dev.aludel.benchmarks.peers.contestant;

import org.jspecify.annotations.NullMarked;
