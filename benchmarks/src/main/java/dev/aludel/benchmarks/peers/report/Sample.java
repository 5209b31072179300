package dev.aludel.benchmarks.peers.report;

import dev.aludel.benchmarks.peers.workload.Metric;
import dev.aludel.benchmarks.peers.workload.WorkloadId;

/**
 * One measured value.
 *
 * @param contestant the contestant's id
 * @param round from 0
 */
public record Sample(WorkloadId workload, String contestant, Metric metric, int round, double value) {}
