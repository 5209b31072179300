package dev.aludel.testing.contract;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source that notes every statement that goes through it, and counts its connections. */
public final class CountingDataSource implements DataSource {

    private final DataSource source;
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** Before {@code source}. */
    public CountingDataSource(DataSource source) {
        this.source = source;
    }

    /** The statements so far, in order; {@code executeBatch} and the like where JDBC's call names none. */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    /** How many connections it has given. */
    public int connections() {
        return connections.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        connections.incrementAndGet();
        Connection connection = source.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object result = invoke(() -> method.invoke(connection, arguments));
                    return result instanceof Statement statement ? counting(statement) : result;
                });
    }

    private Object counting(Statement statement) {
        Class<?> type = statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        statements.add(arguments == null ? method.getName() : String.valueOf(arguments[0]));
                    }
                    return invoke(() -> method.invoke(statement, arguments));
                });
    }

    private static Object invoke(Invocation invocation) throws Throwable {
        try {
            return invocation.run();
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getCause() == null ? wrapped : wrapped.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }

    /** A call by reflection. */
    @FunctionalInterface
    private interface Invocation {
        Object run() throws IllegalAccessException, InvocationTargetException;
    }
}
