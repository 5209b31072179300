package dev.aludel.dialect;

import java.time.Duration;

/**
 * A run waits for another.
 *
 * @param lock what it waits for, with its kind: {@code the migration lock "aludel:shop:alembic_version"}
 * @param holder who holds it, as far as the database tells: session, user, application, host, since when, what it does
 * @param waited how long it has waited so far
 * @param timeout how long it will wait at most
 */
public record LockWait(String lock, String holder, Duration waited, Duration timeout) {

    /** One sentence for a person. */
    @Override
    public String toString() {
        return "waiting for %s, held by %s (%d s of at most %d s)"
                .formatted(lock, holder, waited.toSeconds(), timeout.toSeconds());
    }
}
