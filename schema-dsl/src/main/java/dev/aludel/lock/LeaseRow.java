package dev.aludel.lock;

/**
 * The one row of a lease's table.
 *
 * @param token grows by one with each holder, so that a former one knows itself by it
 * @param owner who holds it, or held it last
 * @param heldMillis how long ago the holder took it
 * @param renewedMillis how long ago the holder renewed it
 * @param remainingMillis how long it still lasts unless it is renewed; not positive where it is free
 */
record LeaseRow(long token, String owner, long heldMillis, long renewedMillis, long remainingMillis) {

    boolean isFree() {
        return remainingMillis <= 0;
    }

    /** The holder, as a part of a sentence. */
    String words() {
        return isFree()
                ? "nobody any more"
                : "%s, for %d s, renewed %d s ago and lasting for another %d s unless renewed"
                        .formatted(owner, heldMillis / 1000, renewedMillis / 1000, remainingMillis / 1000);
    }
}
