package dev.aludel.dialect.mysql;

import dev.aludel.dialect.ServerVersion;
import dev.aludel.model.DialectId;
import java.util.Locale;
import java.util.regex.Pattern;

/** What MySQL and MariaDB, and their versions, do differently. */
record MysqlServer(ServerVersion version) {

    static final String MYSQL = "MySQL";
    static final String MARIADB = "MariaDB";

    private static final ServerVersion LATE_8_0 = new ServerVersion(MYSQL, 8, 0, 40);

    /** What a server says before its version so that old replicas accept it, for example {@code 5.5.5-10.11.5-MariaDB}. */
    private static final Pattern REPLICATION_PREFIX = Pattern.compile("^5\\.5\\.5-(?=\\d)");

    private static final Pattern BEFORE_NUMBERS = Pattern.compile("^\\D*");

    /**
     * Reads a version, as a server or a person gives it. No MySQL has a first number between 10 and 12, so that
     * {@code 10.11} means MariaDB too.
     */
    static ServerVersion parse(String text) {
        String numbers = REPLICATION_PREFIX.matcher(text.strip()).replaceFirst("");
        boolean named = numbers.toLowerCase(Locale.ROOT).contains("mariadb");
        ServerVersion parsed = ServerVersion.parse(
                MYSQL, named ? BEFORE_NUMBERS.matcher(numbers).replaceFirst("") : numbers);
        boolean isMariaDb = named || (parsed.major() >= 10 && parsed.major() <= 12);
        return new ServerVersion(isMariaDb ? MARIADB : MYSQL, parsed.major(), parsed.minor(), parsed.patch());
    }

    /** Reads a version that a person gives: {@code 8.0} alone means a late release of it, not its first. */
    static ServerVersion named(String text) {
        ServerVersion parsed = parse(text);
        boolean bare = text.strip().matches("8(\\.0)?");
        return bare ? LATE_8_0 : parsed;
    }

    /** The name by which revisions speak of it. */
    DialectId id() {
        return isMariaDb() ? DialectId.MARIADB : DialectId.MYSQL;
    }

    boolean isMariaDb() {
        return version.product().equals(MARIADB);
    }

    /** Before 8.0.16 MySQL reads a CHECK and forgets it. */
    boolean hasChecks() {
        return isMariaDb() || version.isAtLeast(8, 0, 16);
    }

    /** A default that is an expression; a TEXT, BLOB or JSON column takes no other. */
    boolean hasExpressionDefaults() {
        return isMariaDb() || version.isAtLeast(8, 0, 13);
    }

    /** How much a session may sort in memory when it builds indexes. */
    boolean hasDdlBuffer() {
        return !isMariaDb() && version.isAtLeast(8, 0, 27);
    }

    boolean hasRandomBytes() {
        return !isMariaDb() || version.isAtLeast(10, 10, 0);
    }

    /** An index over an expression; MariaDB has none. */
    boolean hasExpressionIndexes() {
        return !isMariaDb() && version.isAtLeast(8, 0, 13);
    }

    /** Whether a column comes, at any place, and goes without a copy of the table. */
    boolean hasInstantColumns() {
        return isMariaDb() || version.isAtLeast(8, 0, 29);
    }

    /** Whether an index that sorts its first column downwards serves a foreign key: measured on 9.7.4 and 10.11.5. */
    boolean descendingIndexServesForeignKey() {
        return isMariaDb();
    }
}
