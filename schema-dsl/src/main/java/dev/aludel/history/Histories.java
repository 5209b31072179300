package dev.aludel.history;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The histories on the class path, or on the module path. */
public final class Histories {

    private Histories() {}

    /**
     * All histories there are, by name.
     *
     * @throws HistoryException when one can't be loaded
     */
    public static List<History> all() {
        try {
            return ServiceLoader.load(History.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparing(History::name))
                    .toList();
        } catch (ServiceConfigurationError broken) {
            throw new HistoryException("a history could not be loaded: " + broken.getMessage(), broken);
        }
    }

    /**
     * The only history there is.
     *
     * @throws HistoryException when there is none, or more than one
     */
    public static History only() {
        List<History> found = all();
        if (found.isEmpty()) {
            throw new HistoryException(
                    "no history was found: annotate the class that implements dev.aludel.history.History with @AutoService(History.class), or pass it to Migrator.on(dataSource).history(…). A jar that was merged from several must merge their META-INF/services files");
        }
        if (found.size() > 1) {
            throw new HistoryException("%d histories were found, %s: choose one with Migrator.on(dataSource).history(…)"
                    .formatted(found.size(), described(found)));
        }
        return found.get(0);
    }

    /**
     * The history of this name.
     *
     * @throws HistoryException when there is none, or more than one
     */
    public static History named(String name) {
        List<History> found = all();
        List<History> matching =
                found.stream().filter(history -> history.name().equals(name)).toList();
        if (matching.size() != 1) {
            throw new HistoryException("%s history is named \"%s\"; found: %s"
                    .formatted(
                            matching.isEmpty() ? "no" : "more than one",
                            name,
                            found.isEmpty() ? "none" : described(found)));
        }
        return matching.get(0);
    }

    private static String described(List<History> histories) {
        return histories.stream()
                .map(history -> "\"%s\" (%s)"
                        .formatted(history.name(), history.getClass().getName()))
                .collect(Collectors.joining(", "));
    }
}
