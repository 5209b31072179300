package dev.aludel.log;

import java.util.Optional;

/**
 * Where a database keeps the migration log.
 *
 * @param schema the schema that holds the table; empty for the connection's default
 */
public record LogTable(Optional<String> schema, String name) {

    /** The name as a person writes it. */
    @Override
    public String toString() {
        return schema.map(owner -> owner + "." + name).orElse(name);
    }
}
