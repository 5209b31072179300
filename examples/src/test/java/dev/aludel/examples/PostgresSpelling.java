package dev.aludel.examples;

import dev.aludel.testing.shape.SchemaShape;

/** Lets later versions of PostgreSQL be compared with 15: since 16, a view over one table doesn't repeat its name. */
final class PostgresSpelling {

    private PostgresSpelling() {}

    static SchemaShape settled(SchemaShape schema) {
        return schema.withObjects(definition -> definition.replace("api_requests.", ""));
    }
}
