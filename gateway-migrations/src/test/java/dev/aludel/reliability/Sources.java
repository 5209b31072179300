package dev.aludel.reliability;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Data sources that go wrong, or that are peculiar. */
final class Sources {

    private Sources() {}

    /** Connections by the driver manager. */
    static DataSource of(String url, String user, String password) {
        return source(() -> DriverManager.getConnection(url, user, password));
    }

    /** Connections that have run some statements first. */
    static DataSource prepared(DataSource source, String... statements) {
        return source(() -> {
            Connection connection = source.getConnection();
            run(connection, statements);
            return connection;
        });
    }

    /** Connections that don't commit by themselves; the first has begun a transaction, if it is to run statements. */
    static DataSource withoutAutocommit(DataSource source, String... statements) {
        AtomicBoolean first = new AtomicBoolean(true);
        return source(() -> {
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            if (first.getAndSet(false)) {
                run(connection, statements);
            }
            return connection;
        });
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** A pool that is closed. */
    static DataSource closed() {
        return source(() -> {
            throw new SQLException("the pool \"main\" has been closed");
        });
    }

    /** A pool of one connection, which it waits for in vain while somebody has it. */
    static DataSource poolOfOne(DataSource source) {
        AtomicInteger free = new AtomicInteger(1);
        return source(() -> {
            if (free.getAndDecrement() < 1) {
                throw new SQLException("the pool has no free connection");
            }
            return returning(source.getConnection(), free);
        });
    }

    private static Connection returning(Connection connection, AtomicInteger free) {
        return (Connection) Proxy.newProxyInstance(
                Sources.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        free.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException wrapped) {
                        throw wrapped.getCause() == null ? wrapped : wrapped.getCause();
                    }
                });
    }

    private static DataSource source(Supplier supplier) {
        return (DataSource) Proxy.newProxyInstance(
                Sources.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return supplier.get();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Gives a connection. */
    @FunctionalInterface
    private interface Supplier {
        Connection get() throws SQLException;
    }
}
