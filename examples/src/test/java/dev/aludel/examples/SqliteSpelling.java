package dev.aludel.examples;

import dev.aludel.testing.shape.SchemaShape;
import java.util.Locale;

/**
 * SQLite keeps every definition as it was written, with the blanks and quotes that its author chose; and true and false are
 * but names of 1 and 0 there.
 */
final class SqliteSpelling {

    private SqliteSpelling() {}

    static SchemaShape settled(SchemaShape schema) {
        return schema.withTables(table -> table.withColumns(
                                column -> column.withType(SqliteSpelling::bare).withDefault(SqliteSpelling::plain))
                        .withChecks(check -> check.withExpression(SqliteSpelling::bare)))
                .withObjects(SqliteSpelling::bare);
    }

    /** Digits that are made to small letters anyway may be written in capital ones. */
    private static String plain(String value) {
        return switch (value) {
            case "FALSE" -> "0";
            case "TRUE" -> "1";
            default -> value.startsWith("lower(") ? bare(value.toLowerCase(Locale.ROOT)) : value;
        };
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\"]", "");
    }
}
