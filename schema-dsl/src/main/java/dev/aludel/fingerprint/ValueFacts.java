package dev.aludel.fingerprint;

import dev.aludel.model.Value;
import java.util.function.Function;
import java.util.stream.Stream;

/** Values. Numbers count as they are written in SQL: 1.0 and 1.00 differ, as their literals do. */
final class ValueFacts {

    private static final Function<Value, Fact> BY_KIND = new FactsByKind<Value>()
            .on(Value.Text.class, value -> Fact.of("text", value.text()))
            .on(Value.Numeric.class, value -> Fact.of("number " + value.number().toPlainString()))
            .on(Value.Logical.class, value -> Fact.of(value.truth() ? "true" : "false"))
            .on(Value.Null.class, value -> Fact.of("null"))
            .on(Value.CurrentTimestamp.class, value -> Fact.of("current timestamp"))
            .on(Value.RunTimeMillis.class, value -> Fact.of("run time in milliseconds"))
            .on(Value.GeneratedUuid.class, value -> Fact.of("generated uuid"))
            .on(Value.RandomHex.class, value -> Fact.of("random hex " + value.bytes()))
            .on(Value.DialectExpression.class, ValueFacts::dialectExpression)
            .on(Value.Expression.class, value -> Fact.ofSql("sql", value.sql()))
            .build();

    private ValueFacts() {}

    private static Fact dialectExpression(Value.DialectExpression value) {
        return Fact.of("sql").with(DialectFacts.of(value.sql(), sql -> Stream.of(Fact.ofSql("sql", sql))));
    }

    static Fact of(Value value) {
        return BY_KIND.apply(value);
    }
}
