package dev.aludel.dialect.sqlite;

import dev.aludel.sql.SessionSetting;
import dev.aludel.sql.Sql;

/**
 * The settings of a connection that writes whole tables anew.
 *
 * <p>{@code temp_store} is not among them: changing it drops the connection's temporary tables (pragma.html), and sorting
 * in memory alone would take as much of it as a table has rows.
 */
final class RewriteSettings {

    /** While they are on, dropping a table's old form deletes the rows that refer to it. */
    static final SessionSetting NO_FOREIGN_KEYS = new SessionSetting(
            "foreign_keys",
            "0",
            Sql.raw("PRAGMA foreign_keys"),
            "PRAGMA foreign_keys = {}",
            Sql.raw("PRAGMA foreign_keys = 1"));

    /**
     * 128 MiB, of which SQLite takes what it needs. The copied rows reach a primary key's index in no order, and with the
     * 2 MB of a standard connection nearly each of them reads and writes pages of it; and an index is sorted in as much.
     */
    static final SessionSetting LARGE_CACHE = new SessionSetting(
                    "cache_size",
                    "-131072",
                    Sql.raw("PRAGMA cache_size"),
                    "PRAGMA cache_size = {}",
                    Sql.raw("PRAGMA cache_size = -2000"))
            .unless(Sql.raw("SELECT cache_size <= -131072 OR cache_size * page_size >= 134217728"
                    + " FROM pragma_cache_size, pragma_page_size"));

    private RewriteSettings() {}
}
