package dev.aludel.examples;

import dev.aludel.testing.shape.SchemaShape;

/**
 * SQLite keeps every definition as it was written, with the blanks and quotes that its author chose; and true and false are
 * but names of 1 and 0 there.
 */
final class SqliteSpelling {

    private SqliteSpelling() {}

    static SchemaShape settled(SchemaShape schema) {
        return schema.withTables(table -> table.withColumns(
                                column -> column.withType(SqliteSpelling::bare).withDefault(SqliteSpelling::number))
                        .withChecks(check -> check.withExpression(SqliteSpelling::bare)))
                .withObjects(SqliteSpelling::bare);
    }

    private static String number(String truth) {
        return truth.equals("FALSE") ? "0" : truth.equals("TRUE") ? "1" : truth;
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\"]", "");
    }
}
