package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.ReferentialAction;
import dev.aludel.model.Table;
import java.util.Set;

/**
 * Generated columns whose values are stored: MySQL changes none of them when a foreign key changes a row, and so refuses a
 * key that would (error 1215; manual, CREATE TABLE and Generated Columns). MariaDB takes them.
 */
final class StoredColumns {

    private static final Set<ReferentialAction> CHANGING =
            Set.of(ReferentialAction.CASCADE, ReferentialAction.SET_NULL, ReferentialAction.SET_DEFAULT);

    private StoredColumns() {}

    /** Refuses a table whose stored columns come from one that a foreign key may change. */
    static void require(Table table, MysqlServer server) {
        if (server.isMariaDb()) {
            return;
        }
        for (Column generated : table.columns()) {
            if (generated.generated().filter(how -> how.stored()).isPresent()) {
                table.foreignKeys().forEach(key -> require(table, generated, key));
            }
        }
    }

    private static void require(Table table, Column generated, ForeignKey key) {
        boolean changes = CHANGING.contains(key.onDelete()) || CHANGING.contains(key.onUpdate());
        if (changes
                && key.columns().stream()
                        .anyMatch(column -> table.usersOf(column).contains(generated.name()))) {
            throw new UnsupportedOnDialectException(
                    "column \"%s\" of table \"%s\" is generated and stored from a column of foreign key \"%s\", which has an ON DELETE or ON UPDATE action; MySQL doesn't do that: make it .virtual(), or leave the action out"
                            .formatted(generated.name(), table.name(), key.name()));
        }
    }
}
