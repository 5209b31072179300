package dev.aludel.testing.server;

import dev.aludel.testing.provision.ProvisionException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A server that answers.
 *
 * @param address of a database that is there already, to connect to while creating others
 * @param user one who may create and drop databases
 * @param password the user's
 * @param stop ends the server; does nothing if somebody else started it
 * @param crash kills the server and starts it again on the same data; fails if it was not started here
 * @param epitaph what a server that was started here left, should it have ended by itself
 */
record Endpoint(
        JdbcAddress address,
        String user,
        String password,
        Runnable stop,
        Runnable crash,
        Supplier<Optional<String>> epitaph) {
    /** A server that this JVM can't kill. */
    Endpoint(JdbcAddress address, String user, String password, Runnable stop) {
        this(
                address,
                user,
                password,
                stop,
                () -> {
                    throw new ProvisionException(
                            "The server at " + address.url() + " was not started here, so it is not killed from here.");
                },
                Optional::empty);
    }

    /**
     * The first that is to be had: the server that the environment names by {@code ALUDEL_…_URL}, {@code …_USER} and
     * {@code …_PASSWORD}, a container, a server started here.
     *
     * @param product as in the variables' names, such as "POSTGRESQL"
     * @param container tried only where a Docker engine answers. A lambda, since a method reference loads the class it
     *     refers to at once, and with it Testcontainers, which need not be there
     */
    static Endpoint find(String product, Supplier<Endpoint> container, Supplier<Endpoint> local) {
        Optional<Endpoint> given = configured(product);
        if (given.isPresent()) {
            return announced(product, "the server that the environment names", given.get());
        }
        return Containers.available()
                ? announced(product, "a container", container.get())
                : announced(product, "a server started here", local.get());
    }

    /** Says once which server the tests run on. */
    private static Endpoint announced(String product, String origin, Endpoint endpoint) {
        System.err.printf("Test databases: %s is %s%n", product, origin);
        return endpoint;
    }

    private static Optional<Endpoint> configured(String product) {
        String prefix = "ALUDEL_" + product;
        return variable(prefix + "_URL")
                .map(url -> new Endpoint(
                        JdbcAddress.parse(url),
                        variable(prefix + "_USER").orElse(""),
                        variable(prefix + "_PASSWORD").orElse(""),
                        () -> {}));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    /** The database of that name on this server, whether it exists or not. */
    ProvidedDatabase database(String name) {
        return new ProvidedDatabase(name, address.withDatabase(name).url(), user, password);
    }

    /** @throws SQLException when the server doesn't answer; where it has ended by itself, the message quotes its log */
    Connection connect() throws SQLException {
        try {
            return DriverManager.getConnection(address.url(), user, password);
        } catch (SQLException refused) {
            throw epitaph.get().map(words -> new SQLException(words, refused)).orElse(refused);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether the server answers a query with exactly that text; not answering at all counts as no. */
    boolean answers(String sql, String expected) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && expected.equals(rows.getString(1));
        } catch (SQLException notYet) {
            return false;
        }
    }
}
