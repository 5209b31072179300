package dev.aludel.benchmarks.peers.report;

import dev.aludel.benchmarks.peers.workload.Metric;

/**
 * One measured value.
 *
 * @param workload the workload's id, which names the database product too
 * @param contestant the contestant's id
 * @param round from 0
 */
public record Sample(String workload, String contestant, Metric metric, int round, double value) {}
