package dev.aludel.testing;

/** The database products that tests run on. */
public enum DatabaseKind {
    SQLITE("sqlite", "sqlite"),
    POSTGRESQL("postgresql", "postgresql"),
    MYSQL("mysql", "mysql"),
    MARIADB("mariadb", "mysql");

    private final String id;
    private final String dialectId;

    DatabaseKind(String id, String dialectId) {
        this.id = id;
        this.dialectId = dialectId;
    }

    /** The product's name in lower case, as in display names of tests and in {@code ALUDEL_DATABASES}. */
    public String id() {
        return id;
    }

    /** The id of the dialect that speaks to it: MariaDB is spoken to by "mysql". */
    public String dialectId() {
        return dialectId;
    }

    @Override
    public String toString() {
        return id;
    }
}
