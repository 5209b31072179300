package dev.aludel.model;

/** Where an index sorts the NULLs of one of its parts. */
public enum NullOrder {
    FIRST,
    LAST
}
