package dev.aludel.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command come to its end when the process is told to end, by {@code SIGTERM}, or by {@code SIGINT} from a terminal:
 * the thread of the command is interrupted, and has a while to release what it holds and to say what state it leaves. The
 * exit code is that of the signal, 143 or 130.
 */
final class TerminationHook implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Thread command = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "end of the command");

    private TerminationHook() {}

    /** For the command that runs on this thread. */
    static TerminationHook install() {
        TerminationHook installed = new TerminationHook();
        Runtime.getRuntime().addShutdownHook(installed.hook);
        return installed;
    }

    /** The command is done, and everything is written. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook runs, and has just been told.
        }
    }

    private void end() {
        command.interrupt();
        try {
            ended.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
