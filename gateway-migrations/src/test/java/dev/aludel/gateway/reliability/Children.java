package dev.aludel.gateway.reliability;

import java.util.ArrayDeque;
import java.util.Queue;

/** Processes to be killed. Some are started ahead, so that nobody waits for a JVM. */
final class Children implements AutoCloseable {

    private final Queue<ChildProcess> ahead = new ArrayDeque<>();

    /** @param ahead how many are started before they are asked for */
    Children(int ahead) {
        for (int count = 0; count < ahead; count++) {
            this.ahead.add(ChildProcess.start());
        }
    }

    /** One that is ready; the caller closes it. */
    ChildProcess next() {
        return take().awaitReady();
    }

    private synchronized ChildProcess take() {
        ahead.add(ChildProcess.start());
        return ahead.remove();
    }

    @Override
    public synchronized void close() {
        ahead.forEach(ChildProcess::close);
    }
}
