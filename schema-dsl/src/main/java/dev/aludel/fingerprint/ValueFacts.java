package dev.aludel.fingerprint;

import dev.aludel.model.Value;
import java.util.stream.Stream;

/** Values. Numbers count as they are written in SQL: 1.0 and 1.00 differ, as their literals do. */
final class ValueFacts {

    private ValueFacts() {}

    private static Fact dialectExpression(Value.DialectExpression value) {
        return Fact.of("sql").with(DialectFacts.of(value.sql(), sql -> Stream.of(Fact.ofSql("sql", sql))));
    }

    static Fact of(Value value) {
        if (value instanceof Value.Text text) {
            return Fact.of("text", text.text());
        }
        if (value instanceof Value.Numeric numeric) {
            return Fact.of("number " + numeric.number().toPlainString());
        }
        if (value instanceof Value.Logical logical) {
            return Fact.of(logical.truth() ? "true" : "false");
        }
        if (value instanceof Value.Null) {
            return Fact.of("null");
        }
        if (value instanceof Value.CurrentTimestamp) {
            return Fact.of("current timestamp");
        }
        if (value instanceof Value.RunTimeMillis) {
            return Fact.of("run time in milliseconds");
        }
        if (value instanceof Value.GeneratedUuid) {
            return Fact.of("generated uuid");
        }
        if (value instanceof Value.RandomHex random) {
            return Fact.of("random hex " + random.bytes());
        }
        if (value instanceof Value.DialectExpression expression) {
            return dialectExpression(expression);
        }
        if (value instanceof Value.Expression expression) {
            return Fact.ofSql("sql", expression.sql());
        }
        throw Fact.unknown(value);
    }
}
