package dev.aludel.dialect.sqlite;

/**
 * A row of {@code sqlite_schema}.
 *
 * @param type {@code table}, {@code index}, {@code view} or {@code trigger}
 * @param table the table that it belongs to; a table's or view's own name
 * @param sql what created it; empty for the index of a constraint
 */
record SchemaObject(String type, String name, String table, String sql) {

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
