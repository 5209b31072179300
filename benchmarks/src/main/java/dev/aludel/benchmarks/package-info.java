/** What graphs, plans, scripts and hashes cost, measured by JMH on histories of up to 100,000 revisions. */
@NullMarked
package dev.aludel.benchmarks;

import org.jspecify.annotations.NullMarked;
