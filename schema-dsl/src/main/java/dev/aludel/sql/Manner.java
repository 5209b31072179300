package dev.aludel.sql;

import java.util.List;
import java.util.Optional;

/**
 * How a statement is carried out.
 *
 * @param transactional whether it may run inside a transaction; one that may not, such as PostgreSQL's {@code CREATE INDEX
 *     CONCURRENTLY}, runs by itself, with what came before it committed
 * @param inSequence whether it is one of neighbouring statements that run in one go on one connection, with nothing of the
 *     run's own between them: from one that keeps others away to one that lets them in again. None of them takes back what
 *     another one {@link Effect#leadsTo() leads to}; those that lead to nothing concern the session, and run once more when
 *     the rest of the sequence is carried out by another run, those at its end also when one of them fails
 * @param explainedBy asked when the database refuses the statement, and only inside a transaction
 * @param effort what its time depends on
 * @param ranges how it may be carried out in parts, so as to tell of its progress; empty where it is not
 */
public record Manner(
        boolean transactional, boolean inSequence, List<Check> explainedBy, Effort effort, Optional<RowRanges> ranges) {

    /** By itself or with others, inside a transaction. */
    static final Manner PLAIN = of(true, false);

    public Manner {
        explainedBy = List.copyOf(explainedBy);
    }

    /** Inside a transaction or not, as one of a sequence or not, and nothing more is known. */
    public static Manner of(boolean transactional, boolean inSequence) {
        return new Manner(transactional, inSequence, List.of(), Effort.UNKNOWN, Optional.empty());
    }

    Manner outsideTransaction() {
        return new Manner(false, inSequence, explainedBy, effort, ranges);
    }

    Manner asPartOfSequence() {
        return new Manner(transactional, true, explainedBy, effort, ranges);
    }

    Manner explainedBy(List<Check> checks) {
        return new Manner(transactional, inSequence, checks, effort, ranges);
    }

    Manner taking(Effort known) {
        return new Manner(transactional, inSequence, explainedBy, known, ranges);
    }

    Manner inRanges(RowRanges newRanges) {
        return new Manner(transactional, inSequence, explainedBy, effort, Optional.of(newRanges));
    }
}
