/** What is measured: one trial of one contestant at a time, in rounds that take all of them in turn. */
@NullMarked
package dev.aludel.benchmarks.peers.workload;

import org.jspecify.annotations.NullMarked;
