package dev.aludel.benchmarks.peers.contestant;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a migration took from the process that did it.
 *
 * @param nanos wall time
 * @param cpuNanos CPU time of all threads
 * @param heapBytes the largest heap, garbage included; 0 of a program that doesn't say
 */
public record Footprint(long nanos, long cpuNanos, long heapBytes) {

    /** A system property: when it is set, a program prints its footprint as its last line. */
    private static final String WANTED = "footprint";

    private static final String PREFIX = "footprint ";

    /** The command of a Java program with more options for its JVM, among them the wish for a footprint. */
    static List<String> printed(List<String> command, String... options) {
        List<String> all = new ArrayList<>(command);
        all.addAll(1, List.of(options));
        all.add(1, "-D%s=true".formatted(WANTED));
        return all;
    }

    static boolean isWanted() {
        return Boolean.getBoolean(WANTED);
    }

    static void measure(Work work) throws Exception {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long begin = System.nanoTime();
        work.run();
        long nanos = System.nanoTime() - begin;
        System.out.println(PREFIX + nanos + " " + (system.getProcessCpuTime() - cpu) + " " + peakHeap());
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** Reads what a program printed. */
    public static Optional<Footprint> in(List<String> output) {
        return output.stream()
                .filter(line -> line.startsWith(PREFIX))
                .map(line -> line.substring(PREFIX.length()).split(" "))
                .map(parts ->
                        new Footprint(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])))
                .findFirst();
    }

    /** What is measured. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}
