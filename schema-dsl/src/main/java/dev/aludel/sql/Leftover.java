package dev.aludel.sql;

/**
 * What a statement that failed halfway left in the database, and how it is cleared away before the statement runs again.
 *
 * @param query finds a row where something was left, and none otherwise
 * @param removal clears it away; runs outside any transaction where the statement does
 */
public record Leftover(Sql query, Sql removal) {}
