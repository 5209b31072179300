package dev.aludel.benchmarks.peers.count;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts up, on any thread, until it is taken. */
public final class Count {

    private final AtomicInteger counted = new AtomicInteger();

    void add(int more) {
        counted.addAndGet(more);
    }

    /** What was counted since this was called last. */
    public int take() {
        return counted.getAndSet(0);
    }
}
