package dev.aludel.testing;

/** A JVM of its own: creates a PostgreSQL database, prints its URL and drops it. */
final class DatabasePrinter {
    private DatabasePrinter() {}

    public static void main(String[] arguments) {
        try (TestDatabase database = TestDatabases.create(DatabaseKind.POSTGRESQL)) {
            System.out.println(database.url());
        }
    }
}
