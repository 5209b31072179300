package dev.aludel.cli;

import java.util.Optional;

/**
 * What a program's command line assumes unless its user says otherwise.
 *
 * @param program the name that help and messages call it by
 * @param url the JDBC URL of its database; without one, {@code --url} is required where a database is needed
 */
public record Defaults(String program, Optional<String> url) {

    /** The defaults of a program that has no database of its own. */
    public static Defaults forProgram(String name) {
        return new Defaults(name, Optional.empty());
    }

    /** These defaults, with a database. */
    public Defaults url(String jdbcUrl) {
        return new Defaults(program, Optional.of(jdbcUrl));
    }
}
