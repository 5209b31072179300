package dev.aludel.cli;

import dev.aludel.dialect.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a program's command line assumes unless its user says otherwise.
 *
 * @param program the name that help and messages call it by
 * @param url the JDBC URL of its database; without one, {@code --url} is required where a database is needed
 * @param sources the folder that holds the packages of its revisions, from the working folder; {@code src/main/java}
 *     without one
 * @param dialects those that are configured by hand, each for databases of its kind; others come as they are found
 */
public record Defaults(String program, Optional<String> url, Optional<String> sources, List<Dialect> dialects) {

    public Defaults {
        dialects = List.copyOf(dialects);
    }

    /** The defaults of a program that has no database of its own. */
    public static Defaults forProgram(String name) {
        return new Defaults(name, Optional.empty(), Optional.empty(), List.of());
    }

    /** These defaults, with a database. */
    public Defaults url(String jdbcUrl) {
        return new Defaults(program, Optional.of(jdbcUrl), sources, dialects);
    }

    /** These defaults, with the folder that new revisions are written to. */
    public Defaults sources(String folder) {
        return new Defaults(program, url, Optional.of(folder), dialects);
    }

    /** These defaults, with a dialect for databases of its kind, in place of the one that would be found. */
    public Defaults dialect(Dialect configured) {
        return new Defaults(
                program,
                url,
                sources,
                Stream.concat(dialects.stream(), Stream.of(configured)).toList());
    }
}
