package dev.aludel.execute;

import java.time.Duration;
import java.util.List;

/**
 * Other sessions' locks stood in the way, and what failed is about to be tried again.
 *
 * @param reason what failed, in the database's words
 * @param blockers a phrase for each session that holds locks in the way, the oldest transaction first; empty where nobody
 *     is left, or nobody can be named
 * @param retry which one comes now, from 1
 * @param retries how many there are at most
 * @param pause how long it waits before
 * @param wholeRevision whether all of the revision was rolled back and begins anew, or only its last action
 */
public record LockConflict(
        String reason, List<String> blockers, int retry, int retries, Duration pause, boolean wholeRevision) {

    public LockConflict {
        blockers = List.copyOf(blockers);
    }
}
