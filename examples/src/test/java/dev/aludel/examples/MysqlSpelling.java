package dev.aludel.examples;

import dev.aludel.testing.shape.ColumnShape;
import dev.aludel.testing.shape.SchemaShape;

/**
 * What the measured MySQL schemas can't mean: some of their texts hold 64 KiB and some of their times keep no digits after
 * the second, where ours hold any text and keep microseconds; and a view names the database that it was measured in.
 */
final class MysqlSpelling {

    private MysqlSpelling() {}

    static SchemaShape settled(SchemaShape schema) {
        return schema.withTables(table -> table.withColumns(MysqlSpelling::settled))
                .withObjects(definition ->
                        definition.replaceAll("`[^`]+`\\.(`[^`]+`\\.)", "$1").replaceAll("from `[^`]+`\\.", "from "));
    }

    private static ColumnShape settled(ColumnShape column) {
        return column.withType(type -> switch (type) {
                    case "text" -> "longtext";
                    case "datetime" -> "datetime(6)";
                    default -> type;
                })
                .withDefault(value -> value.equals("CURRENT_TIMESTAMP") ? "CURRENT_TIMESTAMP(6)" : value);
    }
}
