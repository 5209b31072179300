/** Counts what goes between a tool and its database: a proxy for servers, wrapped connections for SQLite. */
@NullMarked
package dev.aludel.benchmarks.peers.count;

import org.jspecify.annotations.NullMarked;
