package dev.aludel.dialect.postgres;

import dev.aludel.dialect.Step;
import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Index;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Indexes and keys over columns of type json, whose values PostgreSQL can't compare: the type has no default operator class
 * for any kind of index (manual, 8.14.4), and the server refuses them with error 42704.
 */
final class JsonKeys {

    private JsonKeys() {}

    /**
     * Refuses those that a step makes.
     *
     * @throws UnsupportedOnDialectException when there is one
     */
    static void refuseIn(Step step) {
        changedTable(step.operation()).ifPresent(name -> {
            Map<String, String> known =
                    step.before().find(name).map(JsonKeys::of).orElse(Map.of());
            of(step.after().table(name)).forEach((key, column) -> {
                if (!known.containsKey(key)) {
                    throw refusal(key, column);
                }
            });
        });
    }

    private static Optional<String> changedTable(Operation operation) {
        if (operation instanceof CreateTable create) {
            return Optional.of(create.table().name());
        }
        return operation instanceof AlterTable || operation instanceof CreateIndex
                ? operation.changedTable()
                : Optional.empty();
    }

    private static UnsupportedOnDialectException refusal(String key, String column) {
        return new UnsupportedOnDialectException(
                "\"%s\" is over column \"%s\" of type json(), whose values PostgreSQL can't compare, so that there is no default operator class for it: make the column jsonBinary(), or let an index be over an expression of it, such as expression(\"%s ->> 'name'\")"
                        .formatted(key, column, column));
    }

    /** The json column in each index and key that has one and doesn't say how to compare it, by the name of the key. */
    private static Map<String, String> of(Table table) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (Index index : table.indexes()) {
            index.parts().stream()
                    .filter(part -> !part.isExpression() && part.operatorClass().isEmpty())
                    .filter(part -> isJson(table, part.text()))
                    .forEach(part -> columns.put(index.name(), part.text()));
        }
        table.primaryKey().ifPresent(key -> addJson(columns, table, key.name(), key.columns()));
        table.constraints().stream()
                .filter(UniqueConstraint.class::isInstance)
                .map(UniqueConstraint.class::cast)
                .forEach(key -> addJson(columns, table, key.name(), key.columns()));
        return columns;
    }

    private static void addJson(Map<String, String> found, Table table, String key, List<String> columns) {
        columns.stream().filter(column -> isJson(table, column)).forEach(column -> found.put(key, column));
    }

    private static boolean isJson(Table table, String column) {
        return table.find(column)
                .filter(known -> known.type() == ColumnType.Simple.JSON)
                .isPresent();
    }
}
