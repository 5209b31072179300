package dev.aludel.gateway;

/**
 * A date as an application might have stored it.
 *
 * @param text in one of the database's spellings
 * @param millis since 1970-01-01T00:00:00Z, floored
 */
record DateText(String text, long millis) {}
