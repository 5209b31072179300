package dev.aludel.dialect.sqlite;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code sqlite_schema}.
 *
 * @param type {@code table}, {@code index}, {@code view} or {@code trigger}
 * @param table the table that it belongs to; a table's or view's own name
 * @param sql what created it; empty for the index of a constraint
 */
record SchemaObject(String type, String name, String table, String sql) {

    /** Spelled out, as {@link #hashCode()} is: a record's own is linked at its first call, for milliseconds of a short run. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SchemaObject that
                && type.equals(that.type)
                && name.equals(that.name)
                && table.equals(that.table)
                && sql.equals(that.sql);
    }

    @Override
    public int hashCode() {
        return sql.hashCode();
    }

    boolean is(String kind) {
        return type.equals(kind);
    }

    boolean belongsTo(String owner) {
        return table.equalsIgnoreCase(owner);
    }

    boolean isCalled(String other) {
        return name.equalsIgnoreCase(other);
    }

    boolean isVirtualTable() {
        return is("table") && Fragment.of(sql).isWord(1, "VIRTUAL");
    }
}
