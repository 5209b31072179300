package dev.aludel.model;

/**
 * That a column's values are worked out of the row's other columns.
 *
 * @param expression SQL that the database understands, without surrounding parentheses
 * @param stored whether the values are kept with the row; else they are worked out when they are read
 */
public record Generated(String expression, boolean stored) {

    /** As a column's definition says it in standard SQL. */
    public String clause() {
        return "GENERATED ALWAYS AS (%s) %s".formatted(expression, stored ? "STORED" : "VIRTUAL");
    }

    Generated withColumnRenamed(String from, String to) {
        return new Generated(ExpressionText.renameColumn(expression, from, to), stored);
    }
}
