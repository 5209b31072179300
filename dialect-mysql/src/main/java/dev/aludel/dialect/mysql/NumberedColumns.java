package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.Constraint;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import java.util.List;
import java.util.stream.Stream;

/** Columns with AUTO_INCREMENT: one a table, a key must begin with it (error 1075), and none may be generated from it. */
final class NumberedColumns {

    private NumberedColumns() {}

    /** Refuses a table with an AUTO_INCREMENT that the server would refuse. */
    static void require(Table table) {
        List<String> numbered = table.columns().stream()
                .filter(column -> column.autoIncrement().isPresent())
                .map(Column::name)
                .toList();
        if (numbered.size() > 1) {
            throw new UnsupportedOnDialectException(
                    "table \"%s\" has several columns that are numbered, %s; MySQL numbers one"
                            .formatted(table.name(), numbered));
        }
        for (String column : numbered) {
            if (firstKeyColumns(table).noneMatch(column::equals)) {
                throw new UnsupportedOnDialectException(
                        "column \"%s\" of table \"%s\" cannot be numbered, because MySQL numbers only a column that a primary key, a unique constraint or an index begins with"
                                .formatted(column, table.name()));
            }
            requireNoneGenerated(table, column);
        }
    }

    /** Error 3109: Generated column cannot refer to auto-increment column. */
    private static void requireNoneGenerated(Table table, String numbered) {
        List<String> generated = table.columns().stream()
                .filter(column -> column.generated().isPresent())
                .map(Column::name)
                .filter(table.usersOf(numbered)::contains)
                .toList();
        if (!generated.isEmpty()) {
            throw new UnsupportedOnDialectException(
                    "column \"%s\" of table \"%s\" cannot be numbered, because the columns %s are generated from it, which MySQL doesn't do"
                            .formatted(numbered, table.name(), generated));
        }
    }

    private static Stream<String> firstKeyColumns(Table table) {
        Stream<Constraint> keys = table.constraints().stream()
                .filter(constraint -> constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint);
        return Stream.concat(
                keys.map(key -> key.columns().get(0)),
                table.indexes().stream()
                        .map(index -> index.parts().get(0))
                        .filter(part -> !part.isExpression())
                        .map(part -> part.text()));
    }
}
