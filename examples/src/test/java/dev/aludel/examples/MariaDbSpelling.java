package dev.aludel.examples;

import dev.aludel.testing.shape.SchemaShape;
import java.util.Locale;

/**
 * Lets MariaDB be compared with what was measured on MySQL: it writes expressions and literals in lower case, with other
 * quotes, fewer parentheses, and another name of the clock.
 */
final class MariaDbSpelling {

    private MariaDbSpelling() {}

    static SchemaShape settled(SchemaShape schema) {
        return schema.withTables(table -> table.withColumns(column -> column.withDefault(MariaDbSpelling::plain))
                        .withChecks(check -> check.withExpression(MariaDbSpelling::plain)))
                .withObjects(MariaDbSpelling::plain);
    }

    private static String plain(String expression) {
        return expression
                .toLowerCase(Locale.ROOT)
                .replaceAll("_utf8mb4|[`'()\\\\]", "")
                .replace("current_timestamp -", "now -");
    }
}
