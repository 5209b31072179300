package dev.aludel.model;

/**
 * One part of an index: a column, or an expression.
 *
 * @param text a column's name as written, or an expression's SQL without surrounding parentheses
 * @param isExpression whether {@code text} is an expression
 * @param descending whether the index sorts this part downwards
 */
public record IndexPart(String text, boolean isExpression, boolean descending) {

    /** A column, ascending. */
    public static IndexPart column(String name) {
        return new IndexPart(name, false, false);
    }

    /** An expression, ascending. */
    public static IndexPart expression(String sql) {
        return new IndexPart(sql, true, false);
    }

    /** This part, sorted downwards. */
    public IndexPart desc() {
        return new IndexPart(text, isExpression, true);
    }

    IndexPart withColumnRenamed(String from, String to) {
        if (isExpression) {
            return new IndexPart(ExpressionText.renameColumn(text, from, to), true, descending);
        }
        return text.equals(from) ? new IndexPart(to, false, descending) : this;
    }

    boolean mentions(String column) {
        return isExpression ? ExpressionText.mentions(text, column) : text.equals(column);
    }
}
