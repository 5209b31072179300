package dev.aludel.sql;

/**
 * A query that finds nothing when all is well; what it finds stops the revision.
 *
 * @param table the table that it asks about
 * @param query returns at most five rows, the samples: column 1 holds how many rows offend in all, the others what tells
 *     the sample apart, labelled as a reader should see them
 * @param summary what it looks for, in a few words
 * @param failure what is wrong when it finds something, as the start of a sentence, and what the reader can do
 * @param precondition whether it asks about the rows as they are before the step, so that it may be asked before the
 *     revision changes anything
 */
public record Check(String table, Sql query, String summary, Failure failure, boolean precondition) implements Action {

    /**
     * The words for a check that found something.
     *
     * @param problem what is wrong, for example {@code column "created_at" of table "sessions" holds values that are no
     *     date-time}
     * @param advice what to do about it, as a sentence
     */
    public record Failure(String problem, String advice) {}
}
