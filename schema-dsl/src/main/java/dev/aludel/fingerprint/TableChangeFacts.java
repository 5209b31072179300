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
import java.util.stream.Stream;

/** The changes within an alteration of a table. */
final class TableChangeFacts {

    private TableChangeFacts() {}

    static Fact of(TableChange change) {
        if (change instanceof AddColumn add) {
            return addColumn(add);
        }
        if (change instanceof DropColumn drop) {
            return Fact.of("drop column", drop.column());
        }
        if (change instanceof AlterColumn alter) {
            return alterColumn(alter);
        }
        if (change instanceof AddConstraint add) {
            return ConstraintFacts.of(add.constraint()).after("add");
        }
        if (change instanceof DropConstraint drop) {
            return Fact.of("drop constraint", drop.constraint());
        }
        if (change instanceof CommentTable comment) {
            return commentChange(comment.change());
        }
        throw Fact.unknown(change);
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
                        .map(conversion -> conversion(conversion).after("convert by")))
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

    private static Fact conversion(Conversion conversion) {
        if (conversion instanceof Conversion.EpochMillis epoch) {
            return Fact.of("epoch milliseconds", epoch.zone().getId());
        }
        if (conversion instanceof Conversion.Expression expression) {
            return expression(expression);
        }
        throw Fact.unknown(conversion);
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
