package dev.aludel.fingerprint;

import dev.aludel.model.AutoIncrement;
import dev.aludel.model.Column;
import dev.aludel.model.Generated;
import dev.aludel.model.Index;
import dev.aludel.model.IndexMethod;
import dev.aludel.model.IndexPart;
import dev.aludel.model.PerDialect;
import dev.aludel.model.Table;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables, and what they consist of. */
final class TableFacts {

    private TableFacts() {}

    static Fact table(Table table) {
        return Fact.of("table", table.name())
                .withEach(table.columns(), TableFacts::column)
                .withEach(table.constraints(), ConstraintFacts::of)
                .withEach(table.indexes(), TableFacts::index)
                .with(comment(table.comment()))
                .with(clauses(table.clauses()));
    }

    static Fact column(Column column) {
        return Fact.of("column", column.name())
                .with(TypeFacts.of(column.type()))
                .with(Fact.when(!column.nullable(), "not null"))
                .with(column.defaultValue().map(value -> ValueFacts.of(value).after("default")))
                .with(column.autoIncrement().map(TableFacts::autoIncrement))
                .with(comment(column.comment()))
                .with(column.generated().map(TableFacts::generated))
                .with(clauses(column.clauses()));
    }

    static Optional<Fact> comment(Optional<String> comment) {
        return comment.map(text -> Fact.of("comment", text));
    }

    private static Fact generated(Generated generated) {
        return Fact.of(generated.stored() ? "generated stored" : "generated virtual")
                .with(Fact.ofSql("sql", generated.expression()));
    }

    private static Stream<Fact> clauses(PerDialect<String> clauses) {
        return DialectFacts.of(clauses, clause -> Stream.of(Fact.ofSql("clause", clause)))
                .map(fact -> fact.after("with"));
    }

    static Fact autoIncrement(AutoIncrement autoIncrement) {
        return Fact.of(autoIncrement == AutoIncrement.SERIAL ? "serial" : "identity");
    }

    static Fact index(Index index) {
        return Fact.of("index", index.name())
                .withEach(index.parts(), TableFacts::part)
                .with(Fact.when(index.unique(), "unique"))
                .with(index.where().map(condition -> Fact.ofSql("where", condition)))
                .with(method(index.method()))
                .withEach(index.included(), column -> Fact.of("include", column))
                .with(clauses(index.clauses()));
    }

    private static Optional<Fact> method(IndexMethod method) {
        return method.equals(IndexMethod.BTREE) ? Optional.empty() : Optional.of(Fact.of("using", method.name()));
    }

    private static Fact part(IndexPart part) {
        Fact indexed = part.isExpression() ? Fact.ofSql("expression", part.text()) : Fact.of("column", part.text());
        return indexed.with(Fact.when(part.descending(), "descending"))
                .with(part.nulls().map(order -> Fact.of("nulls " + order.name().toLowerCase(Locale.ROOT))))
                .with(part.operatorClass().map(name -> Fact.of("operator class", name)))
                .with(part.prefixLength().map(length -> Fact.of("prefix " + length)));
    }
}
