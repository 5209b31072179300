package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.Index;
import dev.aludel.model.IndexMethod;
import dev.aludel.model.IndexPart;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Columns of any length, and JSON, can't be indexed whole (errors 1170 and 3152). */
final class IndexableColumns {

    private IndexableColumns() {}

    /** Refuses a table with a key or an index over a column that can't be indexed. */
    static void require(Table table) {
        indexed(table).forEach((name, index) -> {
            Column column = table.column(name);
            if (!MysqlValues.takesLiteralDefault(column.type())) {
                throw new UnsupportedOnDialectException(
                        "\"%s\" is an index over column \"%s\" of type %s, which can only be indexed by a part of its length: say prefix(column, length) in the index, or give the column the type string(n)"
                                .formatted(index, name, MysqlTypes.spelling(column.type())));
            }
        });
    }

    /** The names of columns, each with the last key or index over it. */
    private static Map<String, String> indexed(Table table) {
        Map<String, String> indexed = new LinkedHashMap<>();
        table.constraints().stream()
                .filter(constraint -> constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint)
                .forEach(constraint -> constraint.columns().forEach(column -> indexed.put(column, constraint.name())));
        table.indexes().forEach(index -> wholeColumns(index).forEach(column -> indexed.put(column, index.name())));
        return indexed;
    }

    private static Stream<String> wholeColumns(Index index) {
        Stream<String> parts = index.parts().stream()
                .filter(part -> !part.isExpression() && part.prefixLength().isEmpty())
                .map(IndexPart::text);
        return index.method().equals(IndexMethod.BTREE) ? Stream.concat(parts, index.included().stream()) : Stream.of();
    }
}
