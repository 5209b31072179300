package dev.aludel.dialect;

import dev.aludel.model.Column;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.operation.Condition;
import dev.aludel.operation.DeleteRows;
import dev.aludel.operation.InsertRows;
import dev.aludel.operation.InsertSelect;
import dev.aludel.operation.UpdateRows;
import dev.aludel.operation.UpdateSource;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statements that change rows: standard SQL here, and a dialect overrides the clauses that it spells otherwise. */
public class DataStatements {

    private final Compiler compiler;
    private final SchemaModel schema;

    /** Statements of {@code compiler}, on tables as they are in {@code schema}. */
    public DataStatements(Compiler compiler, SchemaModel schema) {
        this.compiler = compiler;
        this.schema = schema;
    }

    /** An UPDATE. */
    protected Sql update(UpdateRows operation) {
        Optional<Sql> on = operation.from().map(source -> condition(source.on()));
        Sql from =
                operation.from().map(source -> sql("\nFROM $S", source(source))).orElse(nothing());
        List<Sql> conditions =
                Stream.concat(on.stream(), where(operation).stream()).toList();
        return sql("UPDATE $N\nSET $S$S$S", operation.table(), assignments(operation), from, where(conditions));
    }

    /** What an UPDATE sets, without the name of the table. */
    protected final List<Sql> assignments(UpdateRows operation) {
        return operation.values().entrySet().stream()
                .map(set -> sql("$N = $S", set.getKey(), stored(operation.table(), set)))
                .toList();
    }

    /** A table or query as FROM lists it. */
    protected final Sql source(UpdateSource source) {
        Sql rows = source.isQuery() ? sql("(\n$S\n)", Sql.raw(source.text())) : syntax().name(source.text());
        return sql("$S AS $N", rows, source.alias());
    }

    /** The condition that chooses the rows of an UPDATE. */
    protected Optional<Sql> where(UpdateRows operation) {
        return operation.where().map(this::condition);
    }

    /** INSERTs, one for neighbouring rows of the same columns. */
    protected final List<Sql> insert(InsertRows operation) {
        Table table = schema.table(operation.table());
        if (!operation.unlessSame().isEmpty()) {
            return operation.rows().stream()
                    .map(row -> insertUnlessSame(operation, table, row))
                    .toList();
        }
        return alike(operation.rows()).stream()
                .map(rows -> sql(
                        "INSERT INTO $N ($N)\nVALUES\n    $S$S",
                        table.name(),
                        rows.get(0).keySet(),
                        Sql.joined(
                                ",\n    ",
                                rows.stream()
                                        .map(row -> sql("($S)", values(table, row)))
                                        .toList()),
                        conflicts(operation.ignoresConflicts(), table)))
                .toList();
    }

    private Sql insertUnlessSame(InsertRows operation, Table table, Map<String, Value> row) {
        Map<String, Value> same = new LinkedHashMap<>(row);
        same.keySet().retainAll(operation.unlessSame());
        return sql(
                "INSERT INTO $N ($N)\nSELECT $S$S\nWHERE NOT EXISTS (SELECT 1 FROM $N WHERE $S)$S",
                table.name(),
                row.keySet(),
                values(table, row),
                fromNothing(),
                table.name(),
                equal(table, same),
                conflicts(operation.ignoresConflicts(), table));
    }

    /** An INSERT of what a query finds. */
    protected final Sql insert(InsertSelect operation) {
        Sql query = Sql.raw(compiler.require(operation.query(), "the query"));
        return sql(
                "INSERT INTO $N ($N)\n$S$S",
                operation.table(),
                operation.columns(),
                operation.ignoresConflicts() ? beforeConflicts(query) : query,
                conflicts(operation.ignoresConflicts(), schema.table(operation.table())));
    }

    /** A DELETE. */
    protected final Sql delete(DeleteRows operation) {
        Table table = schema.table(operation.table());
        List<Sql> conditions = new ArrayList<>();
        if (!operation.rows().isEmpty()) {
            conditions.add(anyOf(table, operation.rows()));
        }
        where(operation).ifPresent(conditions::add);
        return sql("DELETE FROM $N$S", operation.table(), where(conditions));
    }

    /** The condition that chooses the rows of a DELETE. */
    protected Optional<Sql> where(DeleteRows operation) {
        return operation.where().map(this::condition);
    }

    /** The clause that leaves out rows which break a key, with a line feed before it. */
    protected Sql conflictClause(Table table) {
        return sql("\nON CONFLICT DO NOTHING");
    }

    /** A query in a form that a conflict clause may follow. */
    protected Sql beforeConflicts(Sql query) {
        return query;
    }

    /** What a SELECT from no table needs before its WHERE, with a blank before it. */
    protected Sql fromNothing() {
        return nothing();
    }

    /** A condition as this dialect writes it, its values as literals. */
    protected final Sql condition(Condition condition) {
        List<Sql> values = condition.values().stream()
                .map(several ->
                        Sql.joined(", ", several.stream().map(compiler::value).toList()))
                .toList();
        String sql = compiler.require(condition.sql(), "the condition");
        try {
            return syntax().lexicon().bind(sql, values);
        } catch (IllegalArgumentException mismatch) {
            throw new DialectException(
                    "the condition \"%s\" cannot be written: %s".formatted(sql, mismatch.getMessage()));
        }
    }

    /** A WHERE that all conditions must meet, with a line feed before it; nothing without any. */
    protected final Sql where(List<Sql> conditions) {
        if (conditions.isEmpty()) {
            return nothing();
        }
        List<Sql> joined = conditions.size() == 1
                ? conditions
                : conditions.stream().map(one -> sql("($S)", one)).toList();
        return sql("\nWHERE $S", Sql.joined("\n  AND ", joined));
    }

    /** The table as it is before the statement. */
    protected final Table table(String name) {
        return schema.table(name);
    }

    protected final Sql sql(String template, Object... arguments) {
        return syntax().sql(template, arguments);
    }

    private Syntax syntax() {
        return compiler.syntax();
    }

    private static Sql nothing() {
        return Sql.raw("");
    }

    private Sql conflicts(boolean ignored, Table table) {
        return ignored ? conflictClause(table) : nothing();
    }

    private Sql stored(String table, Map.Entry<String, Value> set) {
        return stored(schema.table(table), set);
    }

    private Sql stored(Table table, Map.Entry<String, Value> set) {
        Column column = table.column(set.getKey());
        return compiler.storedValue(set.getValue(), column);
    }

    private List<Sql> values(Table table, Map<String, Value> row) {
        return row.entrySet().stream().map(set -> stored(table, set)).toList();
    }

    private Sql anyOf(Table table, List<Map<String, Value>> rows) {
        Set<String> columns =
                rows.stream().flatMap(row -> row.keySet().stream()).collect(Collectors.toSet());
        boolean isList = columns.size() == 1
                && rows.stream().flatMap(row -> row.values().stream()).noneMatch(Value.Null.class::isInstance);
        if (isList) {
            List<Sql> values = rows.stream()
                    .map(row -> values(table, row))
                    .flatMap(Collection::stream)
                    .toList();
            return sql("$N IN ($S)", columns, values);
        }
        List<Sql> each = rows.stream().map(row -> equal(table, row)).toList();
        return each.size() == 1
                ? each.get(0)
                : Sql.joined(
                        "\n   OR ", each.stream().map(one -> sql("($S)", one)).toList());
    }

    private Sql equal(Table table, Map<String, Value> row) {
        return Sql.joined(
                " AND ",
                row.entrySet().stream()
                        .map(set -> set.getValue() instanceof Value.Null
                                ? sql("$N IS NULL", set.getKey())
                                : sql("$N = $S", set.getKey(), stored(table, set)))
                        .toList());
    }

    /** Neighbouring rows that set the same columns in the same order. */
    private static List<List<Map<String, Value>>> alike(List<Map<String, Value>> rows) {
        List<List<Map<String, Value>>> groups = new ArrayList<>();
        for (Map<String, Value> row : rows) {
            List<String> columns = List.copyOf(row.keySet());
            List<Map<String, Value>> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (!last.isEmpty() && List.copyOf(last.get(0).keySet()).equals(columns)) {
                last.add(row);
            } else {
                groups.add(new ArrayList<>(List.of(row)));
            }
        }
        return groups;
    }
}
