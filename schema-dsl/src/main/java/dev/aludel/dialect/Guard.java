package dev.aludel.dialect;

/** What must hold for some steps to be done. */
public sealed interface Guard permits SchemaGuard, AttemptGuard {

    /** Tells it apart from the other guards of a revision; an attempt's two branches share one. */
    int number();

    /** What must hold, in a few words. */
    String describe();
}
