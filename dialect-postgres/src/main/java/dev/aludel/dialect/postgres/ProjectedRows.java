package dev.aludel.dialect.postgres;

import dev.aludel.dialect.RowSource;
import dev.aludel.model.Column;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.sql.Sql;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A table's rows as the changes of a pass are going to leave them, said over the rows that are there. */
final class ProjectedRows {

    private final PostgresCompiler compiler;
    private final Table before;
    private final boolean precondition;
    private final Map<String, Sql> values = new LinkedHashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private final Set<String> empty = new HashSet<>();

    /** The rows of {@code before}; {@code precondition} says whether no change of the table has been made yet. */
    ProjectedRows(PostgresCompiler compiler, Table before, boolean precondition) {
        this.compiler = compiler;
        this.before = before;
        this.precondition = precondition;
        before.columns().stream().map(Column::name).forEach(name -> values.put(name, compiler.template("$N", name)));
    }

    /** What the column will hold. */
    void set(String column, Sql value) {
        values.put(column, value);
    }

    /** A column that no row has a value in. */
    void empty(String column, Sql typedNull) {
        values.put(column, typedNull);
        empty.add(column);
    }

    /** A column whose values only the server knows, once it has made them. */
    void unknown(String column) {
        values.remove(column);
        unknown.add(column);
    }

    void remove(String column) {
        values.remove(column);
    }

    /** Whether no row has a value in one of {@code columns}, so that no key over them can be violated. */
    boolean isEmptyIn(List<String> columns) {
        return columns.stream().anyMatch(empty::contains);
    }

    /** The rows for a constraint that comes to {@code table}, which is what the model has by then. */
    RowSource source(Table table) {
        // A subquery of the author's may need what an earlier step makes.
        boolean alone = values.values().stream().noneMatch(Sql::hasSubquery);
        return new RowSource(table, rows(), key(), unknown, precondition && alone);
    }

    private Sql rows() {
        boolean isPlain = values.entrySet().stream()
                .allMatch(entry -> before.find(entry.getKey()).isPresent()
                        && entry.getValue().equals(compiler.template("$N", entry.getKey())));
        if (isPlain) {
            return compiler.template("$N", before.name());
        }
        List<Sql> selected = values.entrySet().stream()
                .map(entry -> {
                    Sql name = compiler.template("$N", entry.getKey());
                    return entry.getValue().equals(name) ? name : compiler.template("$S AS $S", entry.getValue(), name);
                })
                .toList();
        return compiler.template("(SELECT $S FROM $N)", selected, before.name());
    }

    private List<Sql> key() {
        return before.primaryKey().map(PrimaryKey::columns).orElse(List.of()).stream()
                .filter(values::containsKey)
                .map(column -> compiler.template("$N", column))
                .toList();
    }
}
