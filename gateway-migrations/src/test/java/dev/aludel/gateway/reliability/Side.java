package dev.aludel.gateway.reliability;

/** On which side of a round trip something happens. */
enum Side {
    /** The server hasn't heard of it. */
    BEFORE,
    /** The server has done it and answered. */
    AFTER
}
