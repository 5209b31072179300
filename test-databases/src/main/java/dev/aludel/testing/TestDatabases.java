package dev.aludel.testing;

import dev.aludel.testing.provision.ProvisionException;
import dev.aludel.testing.server.DatabaseServer;
import dev.aludel.testing.server.ProvidedDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Databases for tests, without JUnit. One server of each product is started when first asked for, and shared. */
public final class TestDatabases {
    private TestDatabases() {}

    /**
     * Creates an empty database, which the caller closes.
     *
     * @throws ProvisionException if the product's server can't be had, or refuses to create a database
     */
    public static TestDatabase create(DatabaseKind kind) {
        DatabaseServer server = SharedServer.of(kind);
        try {
            ProvidedDatabase database = server.createDatabase();
            return new TestDatabase(kind, server, database, List.of());
        } catch (SQLException e) {
            throw new ProvisionException("A " + kind + " database can't be created: " + e.getMessage(), e);
        }
    }

    /**
     * The products that tests run on, in the order of the enum: all, unless the system property {@code aludel.databases} or
     * the environment's {@code ALUDEL_DATABASES} lists some of them, as in "sqlite,postgresql", for a quick run.
     *
     * @throws IllegalArgumentException if it names an unknown product
     */
    public static List<DatabaseKind> enabledKinds() {
        List<DatabaseKind> all = List.of(DatabaseKind.values());
        return narrowed().map(names -> named(names, all)).orElse(all);
    }

    private static Optional<String> narrowed() {
        return Optional.ofNullable(System.getProperty("aludel.databases", System.getenv("ALUDEL_DATABASES")))
                .filter(names -> !names.isBlank());
    }

    private static List<DatabaseKind> named(String names, List<DatabaseKind> all) {
        List<String> wanted = Stream.of(names.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .toList();
        List<String> known = all.stream().map(DatabaseKind::id).toList();
        if (!known.containsAll(wanted)) {
            throw new IllegalArgumentException(
                    "\"" + names + "\" names a database that tests do not know: " + known + ".");
        }
        return all.stream().filter(kind -> wanted.contains(kind.id())).toList();
    }
}
