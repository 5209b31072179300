package dev.aludel.sql;

import java.util.List;

/** One thing that a plan does, in its order: a statement, a check, or a piece of Java. */
public sealed interface Action permits Statement, Check, CodeCall {

    /** What it does, in a few words that name its objects. */
    String summary();

    /**
     * Asked when it fails, in this order, so as to say why: the first that finds rows speaks in its place. Empty where it
     * speaks for itself.
     */
    default List<Check> explainedBy() {
        return List.of();
    }
}
