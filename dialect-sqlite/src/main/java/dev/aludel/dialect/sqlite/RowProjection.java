package dev.aludel.dialect.sqlite;

import dev.aludel.model.Column;
import dev.aludel.model.Generated;
import dev.aludel.model.Table;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a table on their way into its new form: a SELECT that grows with the changes.
 *
 * <p>An expression of a revision's author speaks of the columns as they are called at that point. So where anything
 * changed before, what is there so far becomes an inner SELECT that has those columns. Generated ones can be read there, and
 * are worked out again after each change, but never arrive: the new table makes its own.
 */
final class RowProjection {

    private static final String ROWID = "rowid";

    private final Syntax syntax;
    private final Map<String, Sql> columns = new LinkedHashMap<>();
    private final Set<String> generated;
    private final Optional<String> rowid;
    private Sql source;
    private boolean isPlain = true;

    /**
     * The rows as they are.
     *
     * @param columns those that are copied
     * @param generated those that can only be read
     * @param rowid the name by which the rowid is copied along; empty where it isn't
     */
    RowProjection(
            Syntax syntax,
            String table,
            Collection<String> columns,
            Collection<String> generated,
            Optional<String> rowid) {
        this.syntax = syntax;
        this.source = syntax.name(table);
        this.generated = new LinkedHashSet<>(generated);
        this.rowid = rowid;
        columns.forEach(column -> this.columns.put(column, syntax.name(column)));
    }

    /** A name by which SQL reaches the rowid of a table with these columns; empty where they took all three. */
    static Optional<String> freeRowidName(Collection<String> columns) {
        return List.of(ROWID, "_rowid_", "oid").stream()
                .filter(name -> columns.stream().noneMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    /** The value of a column so far, for an expression over {@link #source}. */
    Sql value(String column) {
        Sql value = generated.contains(column) ? syntax.name(column) : columns.get(column);
        if (value == null) {
            throw new IllegalArgumentException("no column \"%s\" among %s".formatted(column, columns.keySet()));
        }
        return value;
    }

    /** What the values are taken from: a table's name, or a SELECT in parentheses. */
    Sql source() {
        return source;
    }

    /** Makes every column of {@code table}, as it is so far, readable by name, for an expression that speaks of columns. */
    void settle(Table table) {
        if (!isPlain) {
            source = syntax.sql("(\n    SELECT $S\n    FROM $S\n)", selected(true, true), source);
            columns.replaceAll((name, value) -> syntax.name(name));
            generated.clear();
            calculationOrder(table).forEach(this::generate);
            isPlain = true;
        }
    }

    private void generate(Column column) {
        Sql expression = Sql.raw(column.generated().map(Generated::expression).orElseThrow());
        source = syntax.sql("(\n    SELECT *, $S AS $N\n    FROM $S\n)", expression, column.name(), source);
        generated.add(column.name());
    }

    /** Generated columns, each after those that it is generated from. */
    private static List<Column> calculationOrder(Table table) {
        List<Column> waiting = new ArrayList<>(table.columns().stream()
                .filter(column -> column.generated().isPresent())
                .toList());
        List<Column> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Column next = waiting.stream()
                    .filter(column -> waiting.stream().noneMatch(other -> isFrom(column, other, table)))
                    .findFirst()
                    .orElse(waiting.get(0));
            waiting.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean isFrom(Column column, Column other, Table table) {
        return !other.equals(column) && table.usersOf(other.name()).contains(column.name());
    }

    /** A copy in which every column of {@code table}, as it is so far, can be read by name. */
    RowProjection settled(Table table) {
        RowProjection copy = new RowProjection(syntax, "", List.of(), generated, rowid);
        copy.columns.putAll(columns);
        copy.source = source;
        copy.isPlain = isPlain;
        copy.settle(table);
        return copy;
    }

    void set(String column, Sql value) {
        columns.put(column, value);
        isPlain = false;
    }

    /** Takes note of a new column that the new table generates. */
    void addGenerated(String column) {
        generated.add(column);
        isPlain = false;
    }

    void remove(String column) {
        columns.remove(column);
        generated.remove(column);
        isPlain = false;
    }

    void rename(String from, String to) {
        Map<String, Sql> before = new LinkedHashMap<>(columns);
        columns.clear();
        before.forEach((name, value) -> columns.put(name.equals(from) ? to : name, value));
        if (generated.remove(from)) {
            generated.add(to);
        }
        isPlain = false;
    }

    /** The columns that arrive in the new table, in order, without the rowid. */
    List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /** Whether the rows are taken from the table itself, and not from a SELECT of it. */
    boolean isFrom(String table) {
        return source.equals(syntax.name(table));
    }

    /** Whether this is what arrives in a column, and nothing was made of it since. */
    boolean arrives(Sql value) {
        return columns.containsValue(value);
    }

    Optional<String> rowid() {
        return rowid;
    }

    /** The SELECT of all columns, with the rowid first if it is wanted. */
    Sql select(boolean withRowid) {
        return syntax.sql("SELECT $S\nFROM $S", selected(false, withRowid), source);
    }

    private Sql selected(boolean named, boolean withRowid) {
        Sql values = Sql.joined(
                ",\n    ",
                columns.entrySet().stream()
                        .map(column -> named ? named(column.getValue(), column.getKey()) : column.getValue())
                        .toList());
        return rowid.filter(name -> withRowid)
                .map(name -> syntax.sql("$S,\n    $S", named ? named(Sql.raw(name), name) : Sql.raw(name), values))
                .orElse(values);
    }

    private Sql named(Sql value, String name) {
        return value.equals(syntax.name(name)) ? value : syntax.sql("$S AS $N", value, name);
    }
}
