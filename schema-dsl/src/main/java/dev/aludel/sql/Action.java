package dev.aludel.sql;

/** One thing that a plan does, in its order: a statement, a check, or a piece of Java. */
public sealed interface Action permits Statement, Check, CodeCall {

    /** What it does, in a few words that name its objects. */
    String summary();
}
