package dev.aludel.operation;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.ReferentialAction;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.model.Value;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Operations over a handful of names, so that they meet: many make no sense where they stand, and many do. */
public final class RandomOperations {

    private RandomOperations() {}

    /** Any operation that the model can see through. */
    public static Arbitrary<Operation> operation() {
        return Arbitraries.oneOf(
                createTable(),
                tableName().map(DropTable::new),
                tableName().map(table -> new DropTable(table, true)),
                Combinators.combine(tableName(), tableName()).as(RenameTable::new),
                alterTable(),
                Combinators.combine(tableName(), index(), anyBoolean(), anyBoolean())
                        .as(CreateIndex::new),
                Combinators.combine(tableName(), indexName(), anyBoolean(), anyBoolean())
                        .as(DropIndex::new),
                Combinators.combine(tableName(), indexName(), indexName()).as(RenameIndex::new));
    }

    private static Arbitrary<Operation> createTable() {
        return Combinators.combine(
                        tableName(), column().list().ofMinSize(1).ofMaxSize(4).uniqueElements(Column::name))
                .as((name, columns) -> new CreateTable(new Table(
                        name,
                        columns,
                        List.of(new PrimaryKey(
                                NamingConvention.standard().primaryKey(name),
                                List.of(columns.get(0).name()))),
                        List.of())));
    }

    private static Arbitrary<Operation> alterTable() {
        return Combinators.combine(tableName(), change().list().ofMinSize(1).ofMaxSize(3))
                .as(AlterTable::new);
    }

    private static Arbitrary<TableChange> change() {
        return Arbitraries.oneOf(
                column().map(column -> new AddColumn(column, Optional.of(Value.of(0)))),
                columnName().map(DropColumn::new),
                alterColumn(),
                constraintName().map(DropConstraint::new),
                comment().map(CommentTable::new),
                columnName().map(column -> new AddConstraint(new UniqueConstraint("uq_" + column, List.of(column)))),
                columnName().map(column -> new AddConstraint(new CheckConstraint("ck_" + column, column + " > 0"))),
                Combinators.combine(columnName(), tableName(), columnName())
                        .as((column, table, referenced) -> new AddConstraint(new ForeignKey(
                                "fk_" + column,
                                List.of(column),
                                table,
                                List.of(referenced),
                                ReferentialAction.CASCADE,
                                ReferentialAction.NO_ACTION))));
    }

    private static Arbitrary<TableChange> alterColumn() {
        return Combinators.combine(
                        columnName(),
                        columnName().optional(),
                        type().optional(),
                        anyBoolean().optional(),
                        anyBoolean(),
                        comment().optional())
                .as((column, newName, newType, nullable, dropDefault, comment) -> new AlterColumn(
                        column,
                        newName,
                        newType,
                        newType.map(type -> Conversion.expression("0", "0")),
                        Optional.empty(),
                        nullable,
                        dropDefault ? Optional.of(new DefaultChange(Optional.empty())) : Optional.empty(),
                        comment));
    }

    private static Arbitrary<Column> column() {
        return Combinators.combine(
                        columnName(), type(), anyBoolean(), Arbitraries.longs().optional())
                .as((name, type, nullable, number) -> new Column(name, type, nullable, number.map(Value::of)));
    }

    private static Arbitrary<CommentChange> comment() {
        return Arbitraries.of("a remark", "it's another").optional().map(CommentChange::new);
    }

    private static Arbitrary<Index> index() {
        return Combinators.combine(indexName(), columnName()).as((name, column) -> Index.of(name, List.of(column)));
    }

    private static Arbitrary<ColumnType> type() {
        return Arbitraries.of(ColumnType.integer(), ColumnType.bigInteger(), ColumnType.string(20), ColumnType.text());
    }

    private static Arbitrary<String> tableName() {
        return Arbitraries.of("t1", "t2", "t3");
    }

    private static Arbitrary<String> columnName() {
        return Arbitraries.of("a", "b", "c", "d", "e");
    }

    private static Arbitrary<String> indexName() {
        return Arbitraries.of("ix_1", "ix_2", "ix_3");
    }

    private static Arbitrary<String> constraintName() {
        return Arbitraries.of("uq_a", "uq_b", "ck_a", "ck_b", "fk_a", "fk_b", "t1_pkey");
    }

    private static Arbitrary<Boolean> anyBoolean() {
        return Arbitraries.of(true, false);
    }
}
