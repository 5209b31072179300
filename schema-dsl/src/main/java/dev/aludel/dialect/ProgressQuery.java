package dev.aludel.dialect;

import dev.aludel.sql.Sql;

/**
 * How another session learns how far a session has come with its statement.
 *
 * @param session a query whose single value is the number of the session that asks it
 * @param question a query, in which <code>{}</code> stands for that number, of at most one row while a statement runs that
 *     the database can tell of: its phase as words, the amount done, the amount in all, the unit of both, and 1 where the
 *     amount done is a counter that began elsewhere, so that only its growth counts
 */
public record ProgressQuery(Sql session, String question) {

    /** The question about the session of this number. */
    public Sql about(long number) {
        return Sql.raw(question.replace("{}", String.valueOf(number)));
    }
}
