package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.DialectId;
import dev.aludel.model.Value;
import dev.aludel.operation.Conversion;
import dev.aludel.sql.Sql;
import java.util.Optional;
import java.util.function.BiFunction;

/** The values that columns get in a batch, as expressions over the rows as they are. */
record MovedValues(MysqlSyntax syntax, BiFunction<Value, Column, Sql> storedValue) {

    /** The conversion of a plan where it is one between date-times and milliseconds. */
    Optional<EpochMillisConversion> epoch(ColumnPlan plan) {
        return plan.conversion()
                .filter(Conversion.EpochMillis.class::isInstance)
                .map(Conversion.EpochMillis.class::cast)
                .map(conversion -> new EpochMillisConversion(
                        syntax, conversion.zone(), plan.origin().orElseThrow(), plan.now()));
    }

    /** What a converted column's value becomes, before NULLs are filled. */
    Sql expression(ColumnPlan plan) {
        Conversion conversion = plan.conversion().orElseThrow();
        if (conversion instanceof Conversion.Expression own) {
            return own.sql()
                    .on(DialectId.MYSQL)
                    .map(Sql::raw)
                    .orElseThrow(() ->
                            new UnsupportedOnDialectException("the conversion of column \"%s\" was given for %s only"
                                    .formatted(
                                            plan.now().name(),
                                            own.sql().byDialect().keySet())));
        }
        return epoch(plan).orElseThrow().expression();
    }

    /** A converted column's new value. Not COALESCE: a value that can't be converted must not become the filling. */
    Sql converted(ColumnPlan plan) {
        Sql expression = expression(plan);
        return plan.fill()
                .map(fill -> syntax.sql(
                        "IF($N IS NULL, $S, $S)", plan.origin().orElseThrow().name(), filling(plan), expression))
                .orElse(expression);
    }

    /** What rows get that would hold NULL. */
    Sql filling(ColumnPlan plan) {
        return storedValue.apply(plan.fill().orElseThrow(), plan.now());
    }
}
