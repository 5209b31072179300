package dev.aludel.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose statement is cancelled when the process is told to end. Without that a server goes on with it, locks
 * and all, until it has an answer for a client that is no longer there.
 */
final class CancellingConnection implements InvocationHandler {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Connection connection;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::cancelUntilClosed, "end of a connection");
    private volatile Optional<Statement> running = Optional.empty();

    private CancellingConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection of(Connection connection) {
        CancellingConnection cancelling = new CancellingConnection(connection);
        Runtime.getRuntime().addShutdownHook(cancelling.hook);
        return proxy(Connection.class, cancelling);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            forget();
        }
        Object result = call(connection, method, arguments);
        return result instanceof Statement statement ? watched(statement) : result;
    }

    private Statement watched(Statement statement) {
        return proxy(type(statement), (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            running = Optional.of(statement);
            try {
                return call(statement, method, arguments);
            } finally {
                running = Optional.empty();
            }
        });
    }

    private static Class<? extends Statement> type(Statement statement) {
        if (statement instanceof CallableStatement) {
            return CallableStatement.class;
        }
        return statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    }

    private void forget() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook runs, and has just been told.
        }
    }

    /** Again and again: the statement may begin just after the first attempt. */
    private void cancelUntilClosed() {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try {
            do {
                cancel();
            } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS) && System.nanoTime() < deadline);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void cancel() {
        try {
            if (running.isPresent()) {
                running.get().cancel();
            }
        } catch (SQLException unreachable) {
            // The next attempt may reach the server; if none does, the end of the process closes the connection.
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(CancellingConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getTargetException();
        }
    }
}
