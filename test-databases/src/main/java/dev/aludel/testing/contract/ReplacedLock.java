package dev.aludel.testing.contract;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.LeaseSyntax;
import dev.aludel.dialect.LockRequest;
import dev.aludel.dialect.MigrationLock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Optional;

/**
 * A database's lock as it would be elsewhere: with a reason not to rely on it, or on an engine where everybody gets it.
 *
 * @param keepsOut false for a lock that everybody gets
 */
record ReplacedLock(MigrationLock real, Optional<String> reason, boolean keepsOut) implements MigrationLock {

    /** The dialect with this lock in place of its own. */
    Dialect in(Dialect dialect) {
        return (Dialect) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Dialect.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("lock") ? this : method.invoke(dialect, arguments);
                    } catch (InvocationTargetException wrapped) {
                        throw wrapped.getCause() == null ? wrapped : wrapped.getCause();
                    }
                });
    }

    @Override
    public Held acquire(Connection connection, LockRequest request) {
        return new Held() {
            @Override
            public void verify(Connection verifying) {}

            @Override
            public boolean keepsOut(Connection other) {
                return keepsOut;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Optional<String> unreliableBecause(Connection connection) {
        return reason;
    }

    @Override
    public Optional<LeaseSyntax> leases() {
        return real.leases();
    }
}
