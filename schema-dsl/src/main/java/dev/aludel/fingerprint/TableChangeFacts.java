package dev.aludel.fingerprint;

import dev.aludel.model.PerDialect;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.CommentChange;
import dev.aludel.operation.CommentTable;
import dev.aludel.operation.Conversion;
import dev.aludel.operation.DefaultChange;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.NumberingChange;
import dev.aludel.operation.TableChange;
import java.util.function.Function;
import java.util.stream.Stream;

/** The changes within an alteration of a table. */
final class TableChangeFacts {

    private static final Function<TableChange, Fact> BY_KIND = new FactsByKind<TableChange>()
            .on(AddColumn.class, TableChangeFacts::addColumn)
            .on(DropColumn.class, change -> Fact.of("drop column", change.column()))
            .on(AlterColumn.class, TableChangeFacts::alterColumn)
            .on(AddConstraint.class, change -> ConstraintFacts.of(change.constraint())
                    .after("add"))
            .on(DropConstraint.class, change -> Fact.of("drop constraint", change.constraint()))
            .on(CommentTable.class, change -> commentChange(change.change()))
            .build();

    private static final Function<Conversion, Fact> CONVERSIONS = new FactsByKind<Conversion>()
            .on(
                    Conversion.EpochMillis.class,
                    conversion ->
                            Fact.of("epoch milliseconds", conversion.zone().getId()))
            .on(Conversion.Expression.class, TableChangeFacts::expression)
            .build();

    private TableChangeFacts() {}

    static Fact of(TableChange change) {
        return BY_KIND.apply(change);
    }

    private static Fact addColumn(AddColumn change) {
        return TableFacts.column(change.column())
                .after("add")
                .with(change.fill().map(value -> ValueFacts.of(value).after("fill")));
    }

    private static Fact alterColumn(AlterColumn change) {
        return Fact.of("alter column", change.column())
                .with(change.newName().map(name -> Fact.of("rename to", name)))
                .with(change.newType().map(TypeFacts::of))
                .with(change.conversion()
                        .map(conversion -> CONVERSIONS.apply(conversion).after("convert by")))
                .with(change.fillNull().map(value -> ValueFacts.of(value).after("fill null")))
                .with(change.nullable().map(nullable -> Fact.of(nullable ? "nullable" : "not null")))
                .with(change.newDefault().map(TableChangeFacts::defaultChange))
                .with(change.newComment().map(TableChangeFacts::commentChange))
                .with(change.newNumbering().map(TableChangeFacts::numberingChange));
    }

    private static Fact defaultChange(DefaultChange change) {
        return change.value()
                .map(value -> ValueFacts.of(value).after("set default"))
                .orElse(Fact.of("drop default"));
    }

    private static Fact numberingChange(NumberingChange change) {
        return change.numbering()
                .map(numbering -> TableFacts.autoIncrement(numbering).after("number by"))
                .orElse(Fact.of("drop numbering"));
    }

    private static Fact commentChange(CommentChange change) {
        return change.comment().map(comment -> Fact.of("set comment", comment)).orElse(Fact.of("drop comment"));
    }

    private static Fact expression(Conversion.Expression conversion) {
        return Fact.of("expression")
                .with(Fact.of("there").with(expressions(conversion.sql())))
                .with(conversion.back().stream().map(back -> Fact.of("back").with(expressions(back))));
    }

    private static Stream<Fact> expressions(PerDialect<String> sql) {
        return DialectFacts.of(sql, expression -> Stream.of(Fact.ofSql("sql", expression)));
    }
}
