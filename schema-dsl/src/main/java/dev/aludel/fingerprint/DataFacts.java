package dev.aludel.fingerprint;

import dev.aludel.model.Value;
import dev.aludel.operation.Condition;
import dev.aludel.operation.UpdateSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows, and what chooses them. */
final class DataFacts {

    private DataFacts() {}

    static Fact row(Map<String, Value> row) {
        return Fact.of("row").with(row.entrySet().stream().map(set -> Fact.of("set", set.getKey())
                .with(ValueFacts.of(set.getValue()))));
    }

    /** One line where it is the same everywhere, as conditions were written before they could differ. */
    static Fact condition(Condition condition) {
        Optional<String> everywhere =
                condition.sql().byDialect().isEmpty() ? condition.sql().otherwise() : Optional.empty();
        Fact where = everywhere.map(sql -> Fact.ofSql("where", sql)).orElseGet(() -> Fact.of("where")
                .with(DialectFacts.of(condition.sql(), sql -> Stream.of(Fact.ofSql("sql", sql)))));
        return where.with(condition.values().stream().map(DataFacts::values));
    }

    static Fact source(UpdateSource source) {
        return (source.isQuery() ? Fact.ofSql("from query", source.text()) : Fact.of("from table", source.text()))
                .with(Fact.of("as", source.alias()))
                .with(condition(source.on()));
    }

    private static Fact values(List<Value> values) {
        return Fact.of("for a question mark").with(values.stream().map(ValueFacts::of));
    }
}
