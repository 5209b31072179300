package dev.aludel.sql;

import java.util.Optional;

/**
 * A setting of the session that holds while a revision runs, outside its transaction. The value before is read, the new
 * one is set and read back, and the old one is restored at the end, whatever happens.
 *
 * @param name as the database calls it
 * @param value the value during the revision, as reading it back gives it
 * @param read a query whose single value is the setting's current value
 * @param assign a statement that sets it, in which <code>{}</code> stands for the value
 * @param restoreOffline a statement that an offline script restores it by
 * @param suffices a query whose single value is 1 where the value before serves as well, and stays; empty where the
 *     setting must be {@code value}
 * @param exchange a query that sets it, in which <code>{}</code> stands for the value, and whose single row has the value
 *     before and the value after; empty where the database has none, so that it is asked three times
 */
public record SessionSetting(
        String name,
        String value,
        Sql read,
        String assign,
        Sql restoreOffline,
        Optional<Sql> suffices,
        Optional<String> exchange) {

    /** A setting that must be {@code value}. */
    public SessionSetting(String name, String value, Sql read, String assign, Sql restoreOffline) {
        this(name, value, read, assign, restoreOffline, Optional.empty(), Optional.empty());
    }

    /** This setting, left as it is where {@code query} answers 1. */
    public SessionSetting unless(Sql query) {
        return new SessionSetting(name, value, read, assign, restoreOffline, Optional.of(query), exchange);
    }

    /** This setting, set and read before and after by {@code query} at once. */
    public SessionSetting exchangedBy(String query) {
        return new SessionSetting(name, value, read, assign, restoreOffline, suffices, Optional.of(query));
    }

    /** The query that sets {@link #value()} and tells the value before and after. */
    public Optional<Sql> exchanging() {
        return exchange.map(query -> Sql.raw(query.replace("{}", value)));
    }

    /** The statement that sets the value {@code to}, which comes from the database or the dialect and is no user's text. */
    public Sql assignment(String to) {
        return Sql.raw(assign.replace("{}", to));
    }
}
