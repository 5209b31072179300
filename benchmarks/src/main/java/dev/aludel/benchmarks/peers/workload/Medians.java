package dev.aludel.benchmarks.peers.workload;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;

/** The middle of some values. */
public final class Medians {

    private Medians() {}

    /** The value in the middle; of an even number of values, the mean of the two in the middle. */
    public static double of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values have no median");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The median of a measurement that is done several times. */
    static double of(int times, Callable<Double> measurement) throws Exception {
        Double[] values = new Double[times];
        for (int time = 0; time < times; time++) {
            values[time] = measurement.call();
        }
        return of(List.of(values));
    }
}
