package dev.aludel.sql;

/**
 * A setting of the session that holds while a revision runs, outside its transaction. The value before is read, the new
 * one is set and read back, and the old one is restored at the end, whatever happens.
 *
 * @param name as the database calls it
 * @param value the value during the revision, as reading it back gives it
 * @param read a query whose single value is the setting's current value
 * @param assign a statement that sets it, in which <code>{}</code> stands for the value
 * @param restoreOffline a statement that an offline script restores it by
 */
public record SessionSetting(String name, String value, Sql read, String assign, Sql restoreOffline) {

    /** The statement that sets the value {@code to}, which comes from the database or the dialect and is no user's text. */
    public Sql assignment(String to) {
        return Sql.raw(assign.replace("{}", to));
    }
}
