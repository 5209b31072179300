package dev.aludel.benchmarks.peers.workload;

import dev.aludel.benchmarks.peers.database.Address;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** How much more a database takes on the disk at the worst moment than before; looked at ten times a second. */
final class DiskGrowth implements AutoCloseable {

    private static final long MILLIS_BETWEEN = 100;

    private final DataFiles files;
    private final long before;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> looking;
    private volatile long peak;

    private DiskGrowth(DataFiles files) {
        this.files = files;
        before = files.bytes();
        peak = before;
        looking = clock.scheduleWithFixedDelay(this::look, MILLIS_BETWEEN, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
    }

    /** Begins to look; {@link #close} ends it. */
    static DiskGrowth of(Address database) throws SQLException {
        return new DiskGrowth(DataFiles.of(database));
    }

    /** Counts the files without names of this process, too. */
    void watch(long process) {
        files.watch(process);
    }

    /** In bytes. */
    long peak() {
        return peak - before;
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdown();
        look();
    }

    private synchronized void look() {
        peak = Math.max(peak, files.bytes());
    }
}
