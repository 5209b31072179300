/** What was measured, as a file, as tables and as charts. */
@NullMarked
package dev.aludel.benchmarks.peers.report;

import org.jspecify.annotations.NullMarked;
