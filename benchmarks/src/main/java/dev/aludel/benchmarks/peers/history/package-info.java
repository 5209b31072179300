/** The histories that every tool applies: for Aludel as revisions, for its peers as SQL. */
@NullMarked
package dev.aludel.benchmarks.peers.history;

import org.jspecify.annotations.NullMarked;
