package dev.aludel.benchmarks.peers.count;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a driver that runs in this process, until it is closed, and counts what reaches the database: executions,
 * commits, rollbacks, changes of the autocommit mode, and questions to the metadata that are answered by rows.
 */
public final class CountingDriver implements Driver, AutoCloseable {

    private static final Set<String> ON_CONNECTION = Set.of("commit", "rollback", "setAutoCommit");

    private final Driver driver;
    private final Count calls = new Count();

    private CountingDriver(Driver driver) {
        this.driver = driver;
    }

    /** Takes the place of the driver that {@link DriverManager} has for this URL. */
    public static CountingDriver inPlaceOf(String url) throws SQLException {
        Driver driver = DriverManager.getDriver(url);
        CountingDriver counting = new CountingDriver(driver);
        // The first that accepts a URL gets it.
        List<Driver> others = Collections.list(DriverManager.getDrivers());
        for (Driver other : others) {
            DriverManager.deregisterDriver(other);
        }
        DriverManager.registerDriver(counting);
        for (Driver other : others) {
            DriverManager.registerDriver(other);
        }
        return counting;
    }

    public Count calls() {
        return calls;
    }

    @Override
    public void close() throws SQLException {
        DriverManager.deregisterDriver(this);
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        Connection connection = driver.connect(url, properties);
        return connection == null ? null : counted(connection);
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (ON_CONNECTION.contains(method.getName())) {
                calls.add(1);
            }
            Object result = invoke(connection, method, arguments);
            if (result instanceof PreparedStatement prepared) {
                return counted(PreparedStatement.class, prepared);
            }
            if (result instanceof Statement statement) {
                return counted(Statement.class, statement);
            }
            return result instanceof DatabaseMetaData metadata ? counted(DatabaseMetaData.class, metadata) : result;
        });
    }

    private <T> T counted(Class<T> type, T target) {
        return proxy(type, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute") || isQuestion(target, method)) {
                calls.add(1);
            }
            return invoke(target, method, arguments);
        });
    }

    private static boolean isQuestion(Object target, Method method) {
        return target instanceof DatabaseMetaData && method.getReturnType() == ResultSet.class;
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(CountingDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return driver.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(CountingDriver.class.getName());
    }
}
