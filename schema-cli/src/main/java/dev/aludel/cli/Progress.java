package dev.aludel.cli;

import dev.aludel.execute.MigrationListener;
import java.util.Optional;

/** Shows how a run comes along, on standard error, until it is closed. */
interface Progress extends MigrationListener, AutoCloseable {

    /** A bar where somebody watches, and a line a revision elsewhere. */
    static Progress on(Console console, boolean verbose) {
        if (verbose) {
            return new StatementProgress(console.err());
        }
        Optional<Integer> columns = Terminal.ofError().columns();
        return columns.isPresent() ? new BarProgress(System.err, columns.get()) : new LineProgress(console.err());
    }

    @Override
    void close();
}
