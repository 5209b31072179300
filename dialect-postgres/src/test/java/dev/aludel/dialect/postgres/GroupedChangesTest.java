package dev.aludel.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.model.Value;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.Conversion;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DefaultChange;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.Operation;
import dev.aludel.operation.TableChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;

/** Changes told at once leave what they leave one after another: in the schema and in the rows. */
class GroupedChangesTest {

    private static final FreshDatabase DATABASE = new FreshDatabase();

    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    private static final Table TABLE = new Table(
            "t",
            List.of(
                    new Column("id", ColumnType.integer(), false, Optional.empty()),
                    Column.of("a", ColumnType.integer()),
                    Column.of("b", ColumnType.integer()).withDefault(Optional.of(Value.of(5))),
                    Column.of("c", ColumnType.integer())),
            List.of(new PrimaryKey("t_pkey", List.of("id")), new CheckConstraint("ck", "a < 100")),
            List.of());

    @AfterContainer
    static void close() throws SQLException {
        DATABASE.close();
    }

    @Property(tries = 1000)
    void grouped_or_not_they_leave_the_same(@ForAll("changes") List<TableChange> drawn) throws SQLException {
        List<TableChange> changes = sensible(drawn);
        Assume.that(changes.size() > 1);

        Outcome oneByOne = outcome(changes.stream()
                .<Operation>map(change -> new AlterTable("t", List.of(change)))
                .toList());
        Outcome grouped = outcome(List.of(new AlterTable("t", changes)));

        Statistics.label("fails").collect(oneByOne.failed());
        Statistics.label("statements saved").collect(oneByOne.statements() - grouped.statements());
        if (!oneByOne.failed()) {
            assertThat(grouped.withoutStatements()).isEqualTo(oneByOne.withoutStatements());
            assertThat(grouped.statements()).isLessThanOrEqualTo(oneByOne.statements());
        }
    }

    /** What is left: the table, its rows; or that it failed. */
    private record Outcome(boolean failed, Optional<Table> table, List<List<String>> rows, int statements) {
        Outcome withoutStatements() {
            return new Outcome(failed, table, rows, 0);
        }
    }

    private static Outcome outcome(List<Operation> operations) throws SQLException {
        List<Outcome> outcomes = new ArrayList<>();
        DATABASE.undoing(connection -> {
            SchemaModel schema = TestRun.of(SchemaModel.empty(), List.of(new CreateTable(TABLE)))
                    .on(connection);
            TestRun.execute(
                    connection, "INSERT INTO t VALUES (1, 10, 20, NULL), (2, NULL, 21, 31), (3, 12, NULL, NULL)");
            outcomes.add(run(connection, TestRun.of(schema, operations)));
        });
        return outcomes.get(0);
    }

    private static Outcome run(Connection connection, TestRun run) throws SQLException {
        int statements = run.statements().size();
        try {
            run.on(connection);
        } catch (SQLException | TestRun.CheckFound failure) {
            return new Outcome(true, Optional.empty(), List.of(), statements);
        }
        Table table = new PostgresInspector().table(connection, "t").orElseThrow();
        assertThat(table.columns()).isEqualTo(run.after().table("t").columns());
        return new Outcome(
                false, Optional.of(sorted(table)), TestRun.rows(connection, "SELECT * FROM t ORDER BY id"), statements);
    }

    private static Table sorted(Table table) {
        return new Table(
                table.name(),
                table.columns(),
                table.constraints().stream()
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList(),
                table.indexes());
    }

    /** Those of the drawn changes that the model accepts one after another. */
    private static List<TableChange> sensible(List<TableChange> drawn) {
        List<TableChange> changes = new ArrayList<>();
        SchemaModel schema = SchemaModel.of(List.of(TABLE));
        for (TableChange change : drawn) {
            Optional<SchemaModel> after = applied(change, schema);
            if (after.isPresent()) {
                changes.add(change);
                schema = after.get();
            }
        }
        return changes;
    }

    private static Optional<SchemaModel> applied(TableChange change, SchemaModel schema) {
        try {
            return Optional.of(change.applyTo("t", schema));
        } catch (InvalidSchemaException impossible) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<List<TableChange>> changes() {
        Arbitrary<String> name = Arbitraries.of(NAMES);
        Arbitrary<Optional<Value>> fill = Arbitraries.of(
                        Value.of(7),
                        Value.expression("id * 2"),
                        Value.expression("coalesce(a, 0) + 1"),
                        Value.nothing())
                .optional(0.7);
        Arbitrary<TableChange> add = name.flatMap(column -> fill.flatMap(value -> Arbitraries.of(true, false)
                .map(nullable -> new AddColumn(
                        new Column(column, ColumnType.integer(), nullable, Optional.of(Value.of(9))), value))));
        Arbitrary<TableChange> drop = name.map(DropColumn::new);
        Arbitrary<TableChange> rename = name.flatMap(from -> name.map(to -> alter(from, to)));
        Arbitrary<TableChange> fillNull = name.flatMap(column -> fill.map(value -> filling(column, value)));
        Arbitrary<TableChange> type =
                name.flatMap(column -> Arbitraries.of(ColumnType.bigInteger(), ColumnType.integer())
                        .map(to -> retype(column, to, "%s + 1".formatted(column))));
        Arbitrary<TableChange> typeFrom = name.flatMap(column ->
                name.map(source -> retype(column, ColumnType.bigInteger(), "%s * 10 + id".formatted(source))));
        Arbitrary<TableChange> check = Arbitraries.of("a < 100", "b > 0", "c IS NULL OR c > 1", "d < 1000")
                .map(condition -> new AddConstraint(new CheckConstraint("ck", condition)));
        Arbitrary<TableChange> unique = Arbitraries.of("uq", "uq2")
                .flatMap(constraint ->
                        name.map(column -> new AddConstraint(new UniqueConstraint(constraint, List.of("id", column)))));
        Arbitrary<TableChange> dropConstraint =
                Arbitraries.of("ck", "uq", "uq2").map(DropConstraint::new);
        return Arbitraries.oneOf(List.of(add, drop, rename, fillNull, type, typeFrom, check, unique, dropConstraint))
                .list()
                .ofMinSize(2)
                .ofMaxSize(8);
    }

    private static AlterColumn alter(String from, String to) {
        return new AlterColumn(
                from,
                Optional.of(to),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static AlterColumn filling(String column, Optional<Value> fill) {
        return new AlterColumn(
                column,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                fill,
                fill.map(value -> false),
                Optional.of(new DefaultChange(fill.filter(value -> value.equals(Value.of(7))))));
    }

    private static AlterColumn retype(String column, ColumnType type, String expression) {
        return new AlterColumn(
                column,
                Optional.empty(),
                Optional.of(type),
                Optional.of(Conversion.expression(expression, "0")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
