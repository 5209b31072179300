/** The databases that tools are compared on; {@link Address} is all that the process of one migration loads. */
@NullMarked
package dev.aludel.benchmarks.peers.database;

import org.jspecify.annotations.NullMarked;
