package dev.aludel.dialect.sqlite;

import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a table on their way into its new form: a SELECT that grows with the changes.
 *
 * <p>An expression of a revision's author speaks of the columns as they are called at that point. So where anything
 * changed before, what is there so far becomes an inner SELECT that has those columns.
 */
final class RowProjection {

    private static final String ROWID = "rowid";

    private final Syntax syntax;
    private final Map<String, Sql> columns = new LinkedHashMap<>();
    private final Optional<String> rowid;
    private Sql source;
    private boolean isPlain = true;

    /**
     * The rows as they are.
     *
     * @param rowid the name by which the rowid is copied along; empty where it isn't
     */
    RowProjection(Syntax syntax, String table, Collection<String> columns, Optional<String> rowid) {
        this.syntax = syntax;
        this.source = syntax.name(table);
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
        Sql value = columns.get(column);
        if (value == null) {
            throw new IllegalArgumentException("no column \"%s\" among %s".formatted(column, columns.keySet()));
        }
        return value;
    }

    /** What the values are taken from: a table's name, or a SELECT in parentheses. */
    Sql source() {
        return source;
    }

    /** Makes every column so far readable under its present name, for an expression that speaks of columns. */
    void settle() {
        if (!isPlain) {
            source = syntax.sql("(\n    SELECT $S\n    FROM $S\n)", selected(true, true), source);
            columns.replaceAll((name, value) -> syntax.name(name));
            isPlain = true;
        }
    }

    /** A copy in which every column so far can be read under its present name. */
    RowProjection settled() {
        RowProjection copy = new RowProjection(syntax, "", List.of(), rowid);
        copy.columns.putAll(columns);
        copy.source = source;
        copy.isPlain = isPlain;
        copy.settle();
        return copy;
    }

    void set(String column, Sql value) {
        columns.put(column, value);
        isPlain = false;
    }

    void remove(String column) {
        columns.remove(column);
        isPlain = false;
    }

    void rename(String from, String to) {
        Map<String, Sql> before = new LinkedHashMap<>(columns);
        columns.clear();
        before.forEach((name, value) -> columns.put(name.equals(from) ? to : name, value));
        isPlain = false;
    }

    /** The columns that arrive in the new table, in order, without the rowid. */
    List<String> columns() {
        return List.copyOf(columns.keySet());
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
