package dev.aludel.gateway.reliability;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool of one connection, which cleans nothing up: who takes it next gets it as it was given back. */
final class PoolOfOne implements AutoCloseable {

    private final Connection connection;
    private boolean taken;

    PoolOfOne(Connection connection) {
        this.connection = connection;
    }

    DataSource dataSource() {
        return Connections.by(this::take);
    }

    /** The connection itself, to see what was left on it. */
    Connection connection() {
        return connection;
    }

    boolean isTaken() {
        return taken;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** A second connection would have to be waited for in vain: a pool fails then as well, only later. */
    private Connection take() throws SQLException {
        if (taken) {
            throw new SQLException("the pool's only connection is taken");
        }
        taken = true;
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        taken = false;
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException wrapped) {
                        throw wrapped.getTargetException();
                    }
                });
    }
}
