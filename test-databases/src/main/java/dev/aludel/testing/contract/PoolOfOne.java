package dev.aludel.testing.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A pool that has one connection to give, and lets the next caller wait for it, as pools do. */
final class PoolOfOne implements ConnectionSource {

    private static final int LONGEST_WAIT_IN_SECONDS = 30;

    private final DataSource source;
    private final Semaphore free = new Semaphore(1);

    PoolOfOne(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection open() throws SQLException {
        try {
            if (!free.tryAcquire(LONGEST_WAIT_IN_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLException("the pool's one connection is taken");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException("the wait for the pool's one connection was interrupted", interrupted);
        }
        return returning(source.getConnection());
    }

    private Connection returning(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException wrapped) {
                        throw wrapped.getCause() == null ? wrapped : wrapped.getCause();
                    } finally {
                        if (method.getName().equals("close")) {
                            free.release();
                        }
                    }
                });
    }
}
