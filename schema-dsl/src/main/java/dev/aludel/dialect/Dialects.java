package dev.aludel.dialect;

import dev.aludel.model.DialectId;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The dialects on the class path, or on the module path. */
public final class Dialects {

    private Dialects() {}

    /** All of them, by name: those that the thread's context class loader sees. */
    public static List<Dialect> all() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == Dialects.class.getClassLoader()
                ? BesideLibrary.ALL.found()
                : Search.by(loader).found();
    }

    /**
     * The dialect of this name, in any case of letters.
     *
     * @throws DialectException when there is none
     */
    public static Dialect named(String name) {
        DialectId id = DialectId.of(name);
        return all().stream()
                .filter(dialect -> dialect.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new DialectException("no dialect is named \"%s\"; %s".formatted(name, present(all()))));
    }

    /**
     * The one dialect that knows the database behind a connection.
     *
     * @throws DialectException when there is none, or more than one
     */
    public static Dialect recognizing(DatabaseMetaData database) throws SQLException {
        List<Dialect> all = all();
        List<Dialect> matching = new ArrayList<>();
        for (Dialect dialect : all) {
            if (dialect.recognizes(database)) {
                matching.add(dialect);
            }
        }
        if (matching.size() == 1) {
            return matching.get(0);
        }
        String product = database.getDatabaseProductName();
        if (matching.isEmpty()) {
            throw new DialectException("no dialect knows the database \"%s\"; %s".formatted(product, present(all)));
        }
        throw new DialectException(
                "several dialects claim the database \"%s\": %s. Choose one with Migrator.on(dataSource).dialect(…)"
                        .formatted(product, names(matching)));
    }

    /** The one of {@code configured} that has the same id, in place of a dialect that was found; that itself if there is none. */
    public static Dialect configured(Dialect found, List<Dialect> configured) {
        return configured.stream()
                .filter(dialect -> dialect.id().equals(found.id()))
                .findFirst()
                .orElse(found);
    }

    private static String present(List<Dialect> dialects) {
        return "dialects present: %s. Add the artifact dev.aludel:dialect-sqlite, dev.aludel:dialect-postgres or dev.aludel:dialect-mysql, or one for your database; a jar that was merged from several must merge their META-INF/services files (maven-shade-plugin: ServicesResourceTransformer). Migrator.on(dataSource).dialect(…) takes a dialect without looking for it"
                .formatted(dialects.isEmpty() ? "none" : names(dialects));
    }

    private static String names(List<Dialect> dialects) {
        return dialects.stream().map(dialect -> dialect.id().name()).collect(Collectors.joining(", "));
    }

    /** What the library's own class loader sees: the same for as long as the library is loaded, and looked for once. */
    private static final class BesideLibrary {
        static final Search ALL = Search.by(Dialects.class.getClassLoader());
    }

    /** What a search came to: the dialects by name, or why one of them could not be loaded. */
    private record Search(List<Dialect> dialects, Optional<ServiceConfigurationError> failure) {

        static Search by(@Nullable ClassLoader loader) {
            try {
                return new Search(
                        ServiceLoader.load(Dialect.class, loader).stream()
                                .map(ServiceLoader.Provider::get)
                                .sorted(Comparator.comparing(Dialect::id))
                                .toList(),
                        Optional.empty());
            } catch (ServiceConfigurationError broken) {
                return new Search(List.of(), Optional.of(broken));
            }
        }

        List<Dialect> found() {
            if (failure.isPresent()) {
                ServiceConfigurationError broken = failure.get();
                throw new DialectException("a dialect could not be loaded: " + broken.getMessage(), broken);
            }
            return dialects;
        }
    }
}
