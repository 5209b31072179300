package dev.aludel.cli;

import java.util.Optional;

/**
 * What a program's command line assumes unless its user says otherwise.
 *
 * @param program the name that help and messages call it by
 * @param url the JDBC URL of its database; without one, {@code --url} is required where a database is needed
 * @param sources the folder that holds the packages of its revisions, from the working folder; {@code src/main/java}
 *     without one
 */
public record Defaults(String program, Optional<String> url, Optional<String> sources) {

    /** The defaults of a program that has no database of its own. */
    public static Defaults forProgram(String name) {
        return new Defaults(name, Optional.empty(), Optional.empty());
    }

    /** These defaults, with a database. */
    public Defaults url(String jdbcUrl) {
        return new Defaults(program, Optional.of(jdbcUrl), sources);
    }

    /** These defaults, with the folder that new revisions are written to. */
    public Defaults sources(String folder) {
        return new Defaults(program, url, Optional.of(folder));
    }
}
