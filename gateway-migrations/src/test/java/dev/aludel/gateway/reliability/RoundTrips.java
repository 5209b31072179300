package dev.aludel.gateway.reliability;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Numbers, from 1, what goes to the server through a data source: every statement, commit, rollback and change of the
 * autocommit mode, whoever sends it. Questions to the driver's metadata are left out: they change nothing.
 */
final class RoundTrips {

    private static final Set<String> ON_CONNECTION = Set.of("commit", "rollback", "setAutoCommit");

    private final Listener listener;
    private final AtomicInteger begun = new AtomicInteger();

    private RoundTrips(Listener listener) {
        this.listener = listener;
    }

    /** Told on the thread of the round trip, which goes on when the method returns. */
    @FunctionalInterface
    interface Listener {
        /**
         * One is about to be sent, or was answered without an error.
         *
         * @param sql what is sent; for a commit and the like, the name of the method
         */
        void at(int number, Side side, String sql) throws SQLException;
    }

    /** The same data source, with a listener to all that goes through it. */
    static DataSource observed(DataSource source, Listener listener) {
        RoundTrips trips = new RoundTrips(listener);
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = invoke(() -> method.invoke(source, arguments));
            return result instanceof Connection connection ? trips.observed(connection) : result;
        });
    }

    private Connection observed(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Call call = () -> method.invoke(connection, arguments);
            if (ON_CONNECTION.contains(method.getName())) {
                return counted(method.getName(), call);
            }
            Object result = invoke(call);
            if (result instanceof PreparedStatement prepared) {
                return observed(PreparedStatement.class, prepared, String.valueOf(arguments[0]));
            }
            return result instanceof Statement statement ? observed(Statement.class, statement, "") : result;
        });
    }

    private <S extends Statement> S observed(Class<S> type, S statement, String prepared) {
        return proxy(type, (proxy, method, arguments) -> {
            Call call = () -> method.invoke(statement, arguments);
            if (!method.getName().startsWith("execute")) {
                return invoke(call);
            }
            return counted(arguments == null ? prepared : String.valueOf(arguments[0]), call);
        });
    }

    private Object counted(String sql, Call call) throws Throwable {
        int number = begun.incrementAndGet();
        listener.at(number, Side.BEFORE, sql);
        Object result = invoke(call);
        listener.at(number, Side.AFTER, sql);
        return result;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(RoundTrips.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getTargetException();
        }
    }

    /** A call by reflection. */
    @FunctionalInterface
    private interface Call {
        Object run() throws IllegalAccessException, InvocationTargetException;
    }
}
