package dev.aludel.plan;

import dev.aludel.log.LogTable;
import java.util.Optional;

/**
 * Where a database keeps the ids of the revisions that it stands at: one row a head. The shape is Alembic's, so that a
 * database can move from one tool to the other and back.
 *
 * @param schema the schema that holds the table; empty for the connection's default
 */
public record VersionTable(Optional<String> schema, String name) {

    /** How long an id may be in a table that Aludel creates; Alembic's own tables hold 32 characters. */
    public static final int ID_LENGTH = 255;

    /** The one column, as Alembic names it. */
    public static final String COLUMN = "version_num";

    /** {@code alembic_version} in the connection's default schema. */
    public static VersionTable standard() {
        return named("alembic_version");
    }

    /** A table of this name, which may be {@code schema.table}. */
    public static VersionTable named(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? new VersionTable(Optional.empty(), name)
                : new VersionTable(Optional.of(name.substring(0, dot)), name.substring(dot + 1));
    }

    /** The migration log that belongs to it: beside it, its name with {@code _log} behind. */
    public LogTable log() {
        return new LogTable(schema, name + "_log");
    }

    /** The name as a person writes it. */
    @Override
    public String toString() {
        return schema.map(owner -> owner + "." + name).orElse(name);
    }
}
