package dev.aludel.dialect;

import java.util.Optional;

/**
 * What a compiler may rely on.
 *
 * @param version the server that the statements are for
 * @param runTimeMillis the time of the run, in milliseconds since 1970-01-01T00:00:00Z; empty for an offline script, which
 *     takes it from the database when it starts
 */
public record CompileContext(ServerVersion version, Optional<Long> runTimeMillis) {

    /** For a run on a connected server, at this time. */
    public static CompileContext online(ServerVersion version, long runTimeMillis) {
        return new CompileContext(version, Optional.of(runTimeMillis));
    }

    /** For a script that somebody runs later. */
    public static CompileContext offline(ServerVersion version) {
        return new CompileContext(version, Optional.empty());
    }

    /** Whether a connection will be there to look at the live schema. */
    public boolean isOnline() {
        return runTimeMillis.isPresent();
    }
}
