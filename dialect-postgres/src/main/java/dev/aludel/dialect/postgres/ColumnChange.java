package dev.aludel.dialect.postgres;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.AutoIncrement;
import dev.aludel.model.Column;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Conversion;
import dev.aludel.sql.Sql;
import java.util.List;
import java.util.Optional;

/** What a changed column adds to an ALTER TABLE: default off, type, nullability, default on, and the new name last. */
final class ColumnChange {

    private final PostgresCompiler compiler;
    private final AlterColumn change;
    private final Table table;
    private final Column before;
    private final Column after;
    private final RowChecks checks;
    private final ProjectedRows rows;
    private final Optional<Sql> fill;

    ColumnChange(PostgresCompiler compiler, AlterColumn change, Table table, RowChecks checks, ProjectedRows rows) {
        this.compiler = compiler;
        this.change = change;
        this.table = table;
        this.before = table.column(change.column());
        this.after = change.changed(before);
        this.checks = checks;
        this.rows = rows;
        this.fill = change.fillNull()
                .filter(value -> !(value instanceof Value.Null))
                .map(value -> compiler.storedValue(value, after));
    }

    void addTo(AlterTablePass pass) {
        checkNulls(pass);
        dropDefault(pass);
        stopNumbering(pass);
        if (change.newType().isPresent()) {
            changeType(pass);
        } else {
            fill.ifPresent(this::project);
            fill.ifPresent(value -> pass.fillFirst(before.name(), value));
        }
        changeNullability(pass);
        setDefault(pass);
        startNumbering(pass);
        change.newName()
                .filter(name -> !name.equals(before.name()))
                .ifPresent(name -> pass.rename(before.name(), name));
    }

    private void changeType(AlterTablePass pass) {
        requireNoneGenerated();
        ColumnConversion conversion = new ColumnConversion(compiler, change, before, after.type());
        conversion.checks(checks, after, fill.isPresent()).forEach(pass::check);
        clause(pass, conversion.clause(fill));
        if (before.autoIncrement().filter(AutoIncrement.SERIAL::equals).isPresent()
                && after.autoIncrement().equals(before.autoIncrement())) {
            pass.retypeSequence(before.name(), after.type());
        }
        if (conversion.rewrites(fill)) {
            pass.lock().rewriting();
            pass.count(before.name(), conversion.valuesAfterwards(fill));
        }
        conversion.projected(fill).ifPresent(value -> rows.set(before.name(), value));
    }

    /** Error 0A000: cannot alter type of a column used by a generated column. */
    private void requireNoneGenerated() {
        List<String> generated = table.columns().stream()
                .filter(other -> other.generated().isPresent())
                .map(Column::name)
                .filter(table.usersOf(before.name())::contains)
                .toList();
        if (!generated.isEmpty()) {
            throw new UnsupportedOnDialectException(
                    "column \"%s\" of table \"%s\" changes its type while the columns %s are generated from it, which PostgreSQL doesn't do: drop those before, and add them again afterwards"
                            .formatted(before.name(), table.name(), generated));
        }
    }

    private void project(Sql value) {
        rows.set(before.name(), compiler.template("coalesce($N, $S)", before.name(), value));
    }

    /** An expression may turn NULL into a value: then the conversion asks. */
    private void checkNulls(AlterTablePass pass) {
        boolean becomesMandatory = change.nullable().filter(may -> !may).isPresent() && before.nullable();
        boolean byExpression = change.conversion()
                .filter(Conversion.Expression.class::isInstance)
                .isPresent();
        if (becomesMandatory && fill.isEmpty() && !byExpression) {
            pass.check(checks.values(
                    before.name(),
                    compiler.template("$N IS NULL", before.name()),
                    "is to be NOT NULL, and holds NULL",
                    "Give those rows a value, or let the change fill them, and run the migration again."));
        }
        if (!after.nullable()
                && change.fillNull().filter(Value.Expression.class::isInstance).isPresent()) {
            pass.check(checks.values(
                    before.name(),
                    compiler.template("$N IS NULL AND ($S) IS NULL", before.name(), fill.orElseThrow()),
                    "is to be NOT NULL, and holds NULL in rows whose filling is NULL as well",
                    "Correct the filling of this revision, or give those rows a value before it."));
        }
    }

    private void changeNullability(AlterTablePass pass) {
        change.nullable().ifPresent(may -> {
            String template = may ? "ALTER COLUMN $N DROP NOT NULL" : "ALTER COLUMN $N SET NOT NULL";
            clause(pass, compiler.template(template, before.name()));
        });
    }

    /** A default stands in the way of a new type that it can't be cast to, so it goes first. */
    private void dropDefault(AlterTablePass pass) {
        boolean goes =
                change.newDefault().filter(fresh -> fresh.value().isEmpty()).isPresent();
        boolean isInTheWay =
                change.newType().isPresent() && before.defaultValue().isPresent();
        if (goes || isInTheWay) {
            clause(pass, compiler.template("ALTER COLUMN $N DROP DEFAULT", before.name()));
        }
    }

    private void setDefault(AlterTablePass pass) {
        if (change.newDefault().isPresent() || change.newType().isPresent()) {
            after.defaultValue()
                    .map(value -> compiler.storedValue(value, after))
                    .ifPresent(value ->
                            clause(pass, compiler.template("ALTER COLUMN $N SET DEFAULT $S", before.name(), value)));
        }
    }

    /** An identity keeps its column from losing NOT NULL and from having a default, so it goes first. */
    private void stopNumbering(AlterTablePass pass) {
        before.autoIncrement().filter(numbering -> changesNumbering()).ifPresent(numbering -> {
            boolean serial = numbering == AutoIncrement.SERIAL;
            Sql what = Sql.raw(serial ? "DEFAULT" : "IDENTITY");
            clause(pass, compiler.template("ALTER COLUMN $N DROP $S", before.name(), what));
            pass.number(serial ? List.of(numbering().dropSequence()) : List.of());
        });
    }

    private void startNumbering(AlterTablePass pass) {
        after.autoIncrement()
                .filter(numbering -> changesNumbering())
                .ifPresent(numbering -> pass.number(numbering().number(numbering)));
    }

    private boolean changesNumbering() {
        return !before.autoIncrement().equals(after.autoIncrement());
    }

    private NumberingStatements numbering() {
        return new NumberingStatements(compiler, table.name(), after.withName(before.name()));
    }

    private static void clause(AlterTablePass pass, Sql clause) {
        pass.clause(clause);
        pass.lock().exclusive();
    }
}
