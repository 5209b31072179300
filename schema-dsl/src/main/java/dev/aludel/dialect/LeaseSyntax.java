package dev.aludel.dialect;

import dev.aludel.sql.Sql;

/**
 * What a lease needs to be told about a database.
 *
 * @param currentMillis an expression for the time now by the database's clock, not that of the transaction's beginning: a
 *     whole number of milliseconds since 1970-01-01T00:00:00Z
 * @param lockFreeRows what a SELECT ends with to lock the rows that it finds, and to leave out those that others locked
 */
public record LeaseSyntax(Sql currentMillis, Sql lockFreeRows) {}
