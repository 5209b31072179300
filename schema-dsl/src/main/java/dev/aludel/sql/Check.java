package dev.aludel.sql;

import java.util.List;
import java.util.Set;

/**
 * A query that finds nothing when all is well; what it finds stops the revision.
 *
 * @param table the table that it asks about
 * @param others other tables whose rows it looks at
 * @param query returns at most five rows, the samples: column 1 holds how many rows offend in all, the others what tells
 *     the sample apart, labelled as a reader should see them
 * @param summary what it looks for, in a few words
 * @param failure what is wrong when it finds something, as the start of a sentence, and what the reader can do
 * @param precondition whether it asks about the rows as they are before the step, so that it may be asked before the
 *     revision changes anything, and needn't be asked where no row can be there
 * @param whenResumed whether it looks for what others did while an interrupted run had left a sequence of statements half
 *     done, and need not be asked by a run that carries the sequence out whole
 * @param explainedBy asked when this one finds something
 */
public record Check(
        String table,
        Set<String> others,
        Sql query,
        String summary,
        Failure failure,
        boolean precondition,
        boolean whenResumed,
        List<Check> explainedBy)
        implements Action {

    /** The label of column 1; with a blank, so that hardly a column of a table is called the same. */
    public static final String COUNT_LABEL = "offending rows";

    public Check {
        others = Set.copyOf(others);
        explainedBy = List.copyOf(explainedBy);
    }

    /** A check that is always asked. */
    public Check(String table, Set<String> others, Sql query, String summary, Failure failure, boolean precondition) {
        this(table, others, query, summary, failure, precondition, false, List.of());
    }

    /** A check that looks at one table only. */
    public Check(String table, Sql query, String summary, Failure failure, boolean precondition) {
        this(table, Set.of(), query, summary, failure, precondition);
    }

    /** This check, asked where it stands among the actions. */
    public Check inPlace() {
        return new Check(table, others, query, summary, failure, false, whenResumed, explainedBy);
    }

    /** This check, asked by runs only that go on with a sequence of statements. */
    public Check onlyWhenResumed() {
        return new Check(table, others, query, summary, failure, precondition, true, explainedBy);
    }

    /** This check, in whose place these speak when it finds something. */
    public Check explainedBy(List<Check> checks) {
        return new Check(table, others, query, summary, failure, precondition, whenResumed, checks);
    }

    /**
     * The words for a check that found something.
     *
     * @param problem what is wrong, for example {@code column "created_at" of table "sessions" holds values that are no
     *     date-time}
     * @param advice what to do about it, as a sentence
     */
    public record Failure(String problem, String advice) {}
}
