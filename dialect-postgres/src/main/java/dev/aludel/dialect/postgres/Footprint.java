package dev.aludel.dialect.postgres;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Value;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.CommentTable;
import dev.aludel.operation.Conversion;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.TableChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a change of a table holds on to.
 *
 * @param columns the columns that it changes or is declared over, under their names before and after
 * @param expressions SQL of the author's own that it brings along, in which any column may stand
 */
record Footprint(Set<String> columns, List<String> expressions) {

    static Footprint of(String table, TableChange change, Function<Conversion.Expression, Optional<String>> chosen) {
        if (change instanceof AlterColumn alter) {
            List<String> expressions = new ArrayList<>(expression(alter.fillNull()));
            alter.conversion()
                    .filter(Conversion.Expression.class::isInstance)
                    .flatMap(conversion -> chosen.apply((Conversion.Expression) conversion))
                    .ifPresent(expressions::add);
            return new Footprint(Set.copyOf(new HashSet<>(List.of(alter.column(), alter.nameAfter()))), expressions);
        }
        if (change instanceof AddColumn add) {
            return new Footprint(Set.of(add.column().name()), expression(add.fill()));
        }
        if (change instanceof DropColumn drop) {
            return new Footprint(Set.of(drop.column()), List.of());
        }
        if (change instanceof DropConstraint || change instanceof CommentTable) {
            return new Footprint(Set.of(), List.of());
        }
        return ofConstraint(table, ((AddConstraint) change).constraint());
    }

    /** Whether this and that hold on to a column in common, as far as can be told from the words of an expression. */
    boolean overlaps(Footprint that) {
        return columns.stream().anyMatch(that.columns::contains)
                || expressions.stream().anyMatch(expression -> mentions(expression, that.columns))
                || that.expressions.stream().anyMatch(expression -> mentions(expression, columns));
    }

    private static Footprint ofConstraint(String table, Constraint constraint) {
        Set<String> columns = new HashSet<>(constraint.columns());
        if (constraint instanceof ForeignKey key && key.referencedTable().equals(table)) {
            columns.addAll(key.referencedColumns());
        }
        return new Footprint(
                columns, constraint instanceof CheckConstraint check ? List.of(check.expression()) : List.of());
    }

    private static List<String> expression(Optional<Value> value) {
        return value.filter(Value.Expression.class::isInstance)
                .map(expression -> List.of(((Value.Expression) expression).sql()))
                .orElse(List.of());
    }

    /** Finds too much rather than too little: a mention that is none costs one more ALTER TABLE. */
    private static boolean mentions(String expression, Set<String> columns) {
        String folded = expression.toLowerCase(Locale.ROOT);
        return columns.stream()
                .map(column -> column.toLowerCase(Locale.ROOT).replace("\"", "\"\""))
                .anyMatch(folded::contains);
    }
}
