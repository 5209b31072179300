package dev.aludel.model;

import java.util.Optional;

/**
 * One part of an index: a column, or an expression.
 *
 * @param text a column's name as written, or an expression's SQL without surrounding parentheses
 * @param isExpression whether {@code text} is an expression
 * @param descending whether the index sorts this part downwards
 * @param nulls where NULLs are sorted; empty for the database's own habit
 * @param operatorClass the PostgreSQL operator class that compares the values; empty for the type's own
 * @param prefixLength how many characters of a column, or bytes of a binary one, MySQL indexes; other databases index it
 *     whole
 */
public record IndexPart(
        String text,
        boolean isExpression,
        boolean descending,
        Optional<NullOrder> nulls,
        Optional<String> operatorClass,
        Optional<Integer> prefixLength) {

    public IndexPart {
        if (prefixLength.filter(length -> length < 1).isPresent()) {
            throw new InvalidSchemaException("the prefix of column \"%s\" in an index must be 1 or longer, not %d"
                    .formatted(text, prefixLength.get()));
        }
    }

    /** A part sorted one way or the other, and nothing else said. */
    public IndexPart(String text, boolean isExpression, boolean descending) {
        this(text, isExpression, descending, Optional.empty(), Optional.empty(), Optional.empty());
    }

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
        return new IndexPart(text, isExpression, true, nulls, operatorClass, prefixLength);
    }

    /** This part, with its NULLs sorted to one end. */
    public IndexPart withNulls(NullOrder order) {
        return new IndexPart(text, isExpression, descending, Optional.of(order), operatorClass, prefixLength);
    }

    /** This part, compared by an operator class. */
    public IndexPart withOperatorClass(String name) {
        return new IndexPart(text, isExpression, descending, nulls, Optional.of(name), prefixLength);
    }

    /** This column's beginning only, where the database can. */
    public IndexPart withPrefixLength(int length) {
        return new IndexPart(text, isExpression, descending, nulls, operatorClass, Optional.of(length));
    }

    IndexPart withColumnRenamed(String from, String to) {
        if (isExpression) {
            return withText(ExpressionText.renameColumn(text, from, to));
        }
        return text.equals(from) ? withText(to) : this;
    }

    /** Whether it is {@code column}, or an expression that names it. */
    public boolean mentions(String column) {
        return isExpression ? ExpressionText.mentions(text, column) : text.equals(column);
    }

    private IndexPart withText(String newText) {
        return new IndexPart(newText, isExpression, descending, nulls, operatorClass, prefixLength);
    }
}
