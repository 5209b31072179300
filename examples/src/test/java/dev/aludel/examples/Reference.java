package dev.aludel.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.shape.LiveSchema;
import dev.aludel.testing.shape.ReferenceSchema;
import dev.aludel.testing.shape.SchemaShape;
import java.util.function.Predicate;

/**
 * The schemas that were measured after each revision of a history.
 *
 * @param history the folder of its files
 * @param givenNames tells names that the history's author chose from those that a server or a tool made up
 * @param allowance takes from a schema, live or measured, what this history's reference can't mean
 */
public record Reference(String history, Predicate<String> givenNames, Allowance allowance) {

    /** What makes a live schema comparable with a measured one. */
    @FunctionalInterface
    public interface Allowance {

        /** Nothing. */
        Allowance NONE = (schema, kind) -> schema;

        /** A schema, live or measured, without what isn't compared on databases of that kind. */
        SchemaShape apply(SchemaShape schema, DatabaseKind kind);
    }

    /** Asserts that {@code database} stands as {@code revision} must leave it; {@code base} leaves nothing. */
    public void assertSchemaAt(String revision, TestDatabase database) {
        SchemaShape live = comparable(LiveSchema.of(database), database.kind());
        SchemaShape measured = comparable(after(revision, database.kind()), database.kind());
        assertThat(live.differencesFrom(measured))
                .as("schema at %s on %s", revision, database.kind())
                .isEmpty();
    }

    private SchemaShape after(String revision, DatabaseKind kind) {
        return revision.equals("base")
                ? SchemaShape.empty()
                : ReferenceSchema.read("/reference/%s/%s/%s.json".formatted(history, kind.dialectId(), revision));
    }

    private SchemaShape comparable(SchemaShape schema, DatabaseKind kind) {
        return allowance.apply(settled(schema, kind).withNamesWhere(givenNames), kind);
    }

    /** A schema without what differs from database to database of one kind, and from one version of it to another. */
    static SchemaShape settled(SchemaShape schema, DatabaseKind kind) {
        return switch (kind) {
            case SQLITE -> SqliteSpelling.settled(schema);
            case POSTGRESQL -> PostgresSpelling.settled(schema);
            case MYSQL -> MysqlSpelling.settled(schema);
            case MARIADB -> MariaDbSpelling.settled(MysqlSpelling.settled(schema));
        };
    }
}
