package dev.aludel.examples;

import dev.aludel.testing.shape.SchemaShape;

/** SQLite keeps every definition as it was written, with the blanks and quotes that its author chose. */
final class SqliteSpelling {

    private SqliteSpelling() {}

    static SchemaShape settled(SchemaShape schema) {
        return schema.withTables(table -> table.withColumns(column -> column.withType(SqliteSpelling::bare))
                        .withChecks(check -> check.withExpression(SqliteSpelling::bare)))
                .withObjects(SqliteSpelling::bare);
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\"]", "");
    }
}
