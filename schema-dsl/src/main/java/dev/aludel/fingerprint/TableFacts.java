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
                .with(table.columns().stream().map(TableFacts::column))
                .with(table.constraints().stream().map(ConstraintFacts::of))
                .with(table.indexes().stream().map(TableFacts::index))
                .with(comment(table.comment()))
                .with(clauses(table.clauses()));
    }

    static Fact column(Column column) {
        return Fact.of("column", column.name())
                .with(TypeFacts.of(column.type()))
                .with(Fact.when(!column.nullable(), "not null"))
                .with(column.defaultValue().stream()
                        .map(value -> ValueFacts.of(value).after("default")))
                .with(column.autoIncrement().stream().map(TableFacts::autoIncrement))
                .with(comment(column.comment()))
                .with(column.generated().stream().map(TableFacts::generated))
                .with(clauses(column.clauses()));
    }

    static Stream<Fact> comment(Optional<String> comment) {
        return comment.stream().map(text -> Fact.of("comment", text));
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
                .with(index.parts().stream().map(TableFacts::part))
                .with(Fact.when(index.unique(), "unique"))
                .with(index.where().stream().map(condition -> Fact.ofSql("where", condition)))
                .with(Stream.of(index.method())
                        .filter(method -> !method.equals(IndexMethod.BTREE))
                        .map(method -> Fact.of("using", method.name())))
                .with(index.included().stream().map(column -> Fact.of("include", column)))
                .with(clauses(index.clauses()));
    }

    private static Fact part(IndexPart part) {
        Fact indexed = part.isExpression() ? Fact.ofSql("expression", part.text()) : Fact.of("column", part.text());
        return indexed.with(Fact.when(part.descending(), "descending"))
                .with(part.nulls().stream()
                        .map(order -> Fact.of("nulls " + order.name().toLowerCase(Locale.ROOT))))
                .with(part.operatorClass().stream().map(name -> Fact.of("operator class", name)))
                .with(part.prefixLength().stream().map(length -> Fact.of("prefix " + length)));
    }
}
