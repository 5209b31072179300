package dev.aludel.lock;

import dev.aludel.dialect.MigrationLock;
import java.sql.Connection;

/** What a run holds that was told to take no lock. */
final class NoLock implements MigrationLock.Held {

    @Override
    public void verify(Connection connection) {}

    @Override
    public void close() {}
}
