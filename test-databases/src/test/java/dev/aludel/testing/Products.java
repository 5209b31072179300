package dev.aludel.testing;

/** What the products disagree on, as far as tests of this module need it. */
final class Products {
    private Products() {}

    /** A query for one row with the column "version". */
    static String versionQuery(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE -> "SELECT sqlite_version() AS version";
            case POSTGRESQL, MYSQL, MARIADB -> "SELECT version() AS version";
        };
    }

    /** What the version begins with, or for PostgreSQL and MariaDB also says of the product. */
    static String versionPattern(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE -> "3\\.\\d+\\.\\d+";
            case POSTGRESQL -> "PostgreSQL 17\\..*";
            case MYSQL -> "9\\.\\d+\\.\\d+.*";
            case MARIADB -> "10\\.11\\.\\d+-MariaDB.*";
        };
    }

    /** A query for one row with the column "seconds": how far the session's time is ahead of UTC. */
    static String secondsEastOfGreenwich(DatabaseKind kind) {
        return switch (kind) {
            case POSTGRESQL -> "SELECT extract(timezone FROM now())::int AS seconds";
            case MYSQL, MARIADB -> "SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW()) AS seconds";
            case SQLITE -> throw new IllegalArgumentException("SQLite sessions have no time zone.");
        };
    }
}
