package dev.aludel.operation;

/**
 * Where an update takes values from: a table, or a query.
 *
 * @param text the table's name, or the query
 * @param isQuery whether {@code text} is a query, in SQL
 * @param alias what it is called in expressions and conditions
 * @param on which of its rows belongs to a row of the updated table; at most one should
 */
public record UpdateSource(String text, boolean isQuery, String alias, Condition on) {}
