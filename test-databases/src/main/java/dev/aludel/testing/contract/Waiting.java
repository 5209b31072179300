package dev.aludel.testing.contract;

import java.util.concurrent.Callable;

/** Waits for what other threads and processes do. */
final class Waiting {

    private static final int TRIES = 1_200;

    private Waiting() {}

    /** Returns when the condition holds; fails where it doesn't within a minute. */
    static void until(Callable<Boolean> condition) throws Exception {
        for (int tries = 0; tries < TRIES; tries++) {
            if (condition.call()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("what was waited for did not happen within a minute");
    }
}
