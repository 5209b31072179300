package dev.aludel.model;

import java.util.List;

/**
 * A condition that every row meets.
 *
 * @param expression SQL that is true, or NULL, for a good row; without the surrounding parentheses
 */
public record CheckConstraint(String name, String expression) implements Constraint {

    public CheckConstraint {
        Names.require(name, "check constraint");
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public CheckConstraint withColumnRenamed(String from, String to) {
        return new CheckConstraint(name, ExpressionText.renameColumn(expression, from, to));
    }
}
