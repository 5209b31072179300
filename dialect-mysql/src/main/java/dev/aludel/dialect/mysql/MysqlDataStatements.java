package dev.aludel.dialect.mysql;

import dev.aludel.dialect.Compiler;
import dev.aludel.dialect.DataStatements;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.operation.DeleteRows;
import dev.aludel.operation.UpdateRows;
import dev.aludel.operation.UpdateSource;
import dev.aludel.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Statements that change rows, as MySQL and MariaDB write them. */
final class MysqlDataStatements extends DataStatements {

    MysqlDataStatements(Compiler compiler, SchemaModel schema) {
        super(compiler, schema);
    }

    @Override
    protected Sql update(UpdateRows operation) {
        return operation.from().map(source -> joined(operation, source)).orElseGet(() -> super.update(operation));
    }

    private Sql joined(UpdateRows operation, UpdateSource source) {
        List<Sql> qualified = assignments(operation).stream()
                .map(assignment -> sql("$N.$S", operation.table(), assignment))
                .toList();
        return sql(
                "UPDATE $N\nJOIN $S ON $S\nSET $S$S",
                operation.table(),
                source(source),
                condition(source.on()),
                qualified,
                where(where(operation).stream().toList()));
    }

    @Override
    protected Optional<Sql> where(UpdateRows operation) {
        return super.where(operation).map(condition -> chosenFirst(table(operation.table()), condition));
    }

    @Override
    protected Optional<Sql> where(DeleteRows operation) {
        return super.where(operation).map(condition -> chosenFirst(table(operation.table()), condition));
    }

    /**
     * A statement can't change a table that a subquery of it reads (error 1093), unless the rows were chosen before; DISTINCT
     * keeps the optimizer from merging the two again.
     */
    private Sql chosenFirst(Table table, Sql condition) {
        Optional<PrimaryKey> key = table.primaryKey();
        boolean readsItself = condition.hasSubquery()
                && Pattern.compile("\\b%s\\b".formatted(Pattern.quote(table.name())), Pattern.CASE_INSENSITIVE)
                        .matcher(condition.text())
                        .find();
        if (!readsItself || key.isEmpty()) {
            return condition;
        }
        List<String> columns = key.get().columns();
        List<Sql> qualified = columns.stream()
                .map(column -> sql("$N.$N", table.name(), column))
                .toList();
        return sql(
                "$S IN (SELECT * FROM (\n    SELECT DISTINCT $N FROM $N WHERE $S\n) AS chosen)",
                qualified.size() == 1 ? qualified.get(0) : sql("($S)", qualified),
                columns,
                table.name(),
                condition);
    }

    /** INSERT IGNORE would swallow other errors too: values that are cut, rows that a foreign key forbids. */
    @Override
    protected Sql conflictClause(Table table) {
        String column = table.primaryKey()
                .map(key -> key.columns().get(0))
                .orElseGet(() -> table.columns().get(0).name());
        return sql("\nON DUPLICATE KEY UPDATE $N = $N.$N", column, table.name(), column);
    }

    @Override
    protected Sql fromNothing() {
        return Sql.raw(" FROM DUAL");
    }
}
