package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.Constraint;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import java.util.List;
import java.util.stream.Stream;

/** Columns with AUTO_INCREMENT: one a table, a key must begin with it (error 1075), and no expression may name it. */
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
            requireNoCheck(table, column);
            requireNoIndexedExpression(table, column);
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

    /** Error 3818 in MySQL, 1901 in MariaDB. */
    private static void requireNoCheck(Table table, String numbered) {
        table.checkConstraints().stream()
                .filter(check -> table.usersOf(numbered).contains(check.name()))
                .findFirst()
                .ifPresent(check -> {
                    throw new UnsupportedOnDialectException(
                            "check constraint \"%s\" of table \"%s\" names column \"%s\", which the database numbers; MySQL and MariaDB check no such column: leave the check out there, or number no column"
                                    .formatted(check.name(), table.name(), numbered));
                });
    }

    /** Error 3754 in MySQL. */
    private static void requireNoIndexedExpression(Table table, String numbered) {
        table.indexes().stream()
                .filter(index -> MysqlIndexClauses.isLimited(index)
                        ? table.usersOf(numbered).contains(index.name())
                        : index.parts().stream().anyMatch(part -> part.isExpression() && part.mentions(numbered)))
                .findFirst()
                .ifPresent(index -> {
                    throw new UnsupportedOnDialectException(
                            "index \"%s\" of table \"%s\" is an expression that names column \"%s\", which the database numbers; MySQL indexes no such expression: leave the index out there, or number no column"
                                    .formatted(index.name(), table.name(), numbered));
                });
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
