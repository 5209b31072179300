package dev.aludel.dialect.postgres;

import dev.aludel.model.Column;
import dev.aludel.model.Generated;
import dev.aludel.model.Value;
import dev.aludel.operation.AddColumn;
import dev.aludel.sql.Probe;
import java.util.Optional;

/**
 * What a new column adds to an ALTER TABLE. A fill that is the same for all rows rides on the column's default, which
 * PostgreSQL keeps once for all rows that are there, without touching them; any other fill is an UPDATE.
 */
final class ColumnAddition {

    private final PostgresCompiler compiler;
    private final String table;
    private final Column column;
    private final Optional<Value> fill;
    private final RowChecks checks;
    private final ProjectedRows rows;

    ColumnAddition(PostgresCompiler compiler, String table, AddColumn change, RowChecks checks, ProjectedRows rows) {
        this.compiler = compiler;
        this.table = table;
        this.column = change.column();
        this.fill = change.fill();
        this.checks = checks;
        this.rows = rows;
    }

    /** Whether rows get their value only after the column is there. */
    static boolean fillsLater(AddColumn change) {
        return change.fill().filter(Value.Expression.class::isInstance).isPresent();
    }

    void addTo(AlterTablePass pass) {
        pass.lock().exclusive();
        pass.leadsTo(Probe.columnExists(table, column.name()));
        project();
        if (fill.isEmpty()) {
            addWithoutFill(pass);
        } else if (fill.get() instanceof Value.Expression expression) {
            addThenFill(pass, expression);
        } else if (fill.get() instanceof Value.Null) {
            addEmpty(pass);
        } else {
            addFilled(pass, fill.get());
        }
    }

    /** A default's expression may have an effect, as nextval has, so that a check must not evaluate it. */
    private void project() {
        Optional<Value> value = fill.or(column::defaultValue);
        if (makesItsValues()) {
            rows.unknown(column.name());
        } else if (value.isEmpty() || value.get() instanceof Value.Null) {
            rows.empty(column.name(), compiler.template("CAST(NULL AS $S)", compiler.type(column.type())));
        } else if (value.get().isComputed()) {
            rows.unknown(column.name());
        } else {
            rows.set(
                    column.name(),
                    compiler.template(
                            "CAST($S AS $S)", compiler.storedValue(value.get(), column), compiler.type(column.type())));
        }
    }

    private void addWithoutFill(AlterTablePass pass) {
        boolean hasNoValue = !column.nullable() && column.defaultValue().isEmpty() && !makesItsValues();
        if (hasNoValue) {
            pass.check(checks.empty(
                    "column \"%s\" cannot be added as NOT NULL, because table \"%s\" holds rows and nothing says what they get"
                            .formatted(column.name(), table),
                    "Give the column a fill or a default, and run the migration again."));
        }
        if (writesEachRow() || column.defaultValue().filter(Value::isComputed).isPresent()) {
            // Whether a default's expression is volatile, and so evaluated row by row, only the server knows.
            pass.lock().rewriting();
        }
        add(pass, column);
    }

    /** A number of its own, or a stored value. */
    private boolean writesEachRow() {
        return column.autoIncrement().isPresent()
                || column.generated().filter(Generated::stored).isPresent();
    }

    private boolean makesItsValues() {
        return column.autoIncrement().isPresent() || column.generated().isPresent();
    }

    private void addFilled(AlterTablePass pass, Value value) {
        if (value.isComputed()) {
            pass.lock().rewriting();
        }
        add(pass, column.withDefault(Optional.of(constant(value))));
        if (!fill.equals(column.defaultValue())) {
            restoreDefault(pass, true);
        }
    }

    /** The time of the run is no default of a column, but it is the same for all rows. */
    private Value constant(Value value) {
        return value instanceof Value.RunTimeMillis
                ? Value.expression(compiler.storedValue(value, column).text())
                : value;
    }

    /** The default is for rows to come only. */
    private void addEmpty(AlterTablePass pass) {
        add(pass, column.withDefault(Optional.empty()));
        restoreDefault(pass, false);
    }

    private void addThenFill(AlterTablePass pass, Value.Expression value) {
        add(pass, column.withDefault(Optional.empty()).withNullable(true));
        pass.fillLater(column.name(), compiler.storedValue(value, column));
        restoreDefault(pass, false);
        if (!column.nullable()) {
            pass.check(checks.rows(
                    compiler.template("($S) IS NULL", compiler.storedValue(value, column)),
                    "rows of table \"%s\" would get NULL in the new column \"%s\", which is NOT NULL"
                            .formatted(table, column.name()),
                    "Correct the filling of this revision, or what it reads in these rows."));
            pass.laterClause(compiler.template("ALTER COLUMN $N SET NOT NULL", column.name()));
        }
    }

    private void restoreDefault(AlterTablePass pass, boolean another) {
        if (column.defaultValue().isPresent()) {
            pass.laterClause(compiler.template(
                    "ALTER COLUMN $N SET DEFAULT $S",
                    column.name(),
                    compiler.storedValue(column.defaultValue().get(), column)));
        } else if (another) {
            pass.laterClause(compiler.template("ALTER COLUMN $N DROP DEFAULT", column.name()));
        }
    }

    private void add(AlterTablePass pass, Column definition) {
        pass.clause(compiler.template("ADD COLUMN $S", compiler.definition(definition)));
    }
}
