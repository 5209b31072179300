package dev.aludel.dialect.sqlite;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Column;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Generated;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.List;

/** Writes constraints and new columns with the names that the columns they speak of have while the table is rebuilt. */
record WorkingDefinitions(Syntax syntax, Table table, WorkingNames names) {

    /** A column that the working names know already. */
    Column working(Column column) {
        return column.withName(names.of(column.name()))
                .withGenerated(column.generated()
                        .map(generated -> new Generated(working(generated.expression()), generated.stored())));
    }

    Constraint working(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(key.name(), working(key.columns()));
        }
        if (constraint instanceof UniqueConstraint unique) {
            return new UniqueConstraint(unique.name(), working(unique.columns()));
        }
        if (constraint instanceof CheckConstraint check) {
            return new CheckConstraint(check.name(), working(check.expression()));
        }
        ForeignKey key = (ForeignKey) constraint;
        boolean own = key.referencedTable().equals(table.name());
        return new ForeignKey(
                key.name(),
                working(key.columns()),
                key.referencedTable(),
                own ? working(key.referencedColumns()) : key.referencedColumns(),
                key.onDelete(),
                key.onUpdate());
    }

    private List<String> working(List<String> columns) {
        return columns.stream().map(names::of).toList();
    }

    private String working(String expression) {
        Fragment text = Fragment.of(expression);
        List<TextEdit> edits = new ArrayList<>();
        for (int index = 0; index < text.size(); index++) {
            SqlToken token = text.at(index);
            boolean isFunction = text.isSign(index + 1, '(');
            table.columns().stream()
                    .map(column -> column.name())
                    .filter(column -> token.names(column) && !isFunction)
                    .filter(column -> !names.of(column).equals(column))
                    .map(column -> new TextEdit(
                            token.start(),
                            token.end(),
                            syntax.name(names.of(column)).text()))
                    .forEach(edits::add);
        }
        return TextEdit.apply(expression, edits);
    }
}
