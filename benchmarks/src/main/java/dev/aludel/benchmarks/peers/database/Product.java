package dev.aludel.benchmarks.peers.database;

/** The database products of the comparison. */
public enum Product {
    SQLITE("sqlite", "SQLite"),
    POSTGRESQL("postgresql", "PostgreSQL"),
    MYSQL("mysql", "MySQL");

    private final String id;
    private final String title;

    Product(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** In lower case: the name of folders, options, Aludel's dialect. */
    public String id() {
        return id;
    }

    /** As its makers write it. */
    public String title() {
        return title;
    }

    @Override
    public String toString() {
        return id;
    }
}
