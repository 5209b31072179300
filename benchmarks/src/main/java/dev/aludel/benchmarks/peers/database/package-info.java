/** The databases that tools are compared on, as little as a process that is started for one migration has to load. */
@NullMarked
package dev.aludel.benchmarks.peers.database;

import org.jspecify.annotations.NullMarked;
