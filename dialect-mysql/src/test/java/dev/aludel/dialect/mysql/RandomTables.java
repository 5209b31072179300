package dev.aludel.dialect.mysql;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.IndexPart;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.ReferentialAction;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Tables of the shapes that the model knows, in expressions that the servers print as they were written. */
final class RandomTables {

    private static final Map<Simple, List<Value>> DEFAULTS = Map.ofEntries(
            Map.entry(Simple.TEXT, List.of(Value.of("it's \\ \"x\"\n"), Value.of(""), Value.of("5a"))),
            Map.entry(Simple.SMALL_INTEGER, List.of(Value.of(0), Value.of(-5))),
            Map.entry(Simple.INTEGER, List.of(Value.of(Integer.MIN_VALUE), Value.of(7))),
            Map.entry(Simple.BIG_INTEGER, List.of(Value.of(Long.MAX_VALUE), Value.of(Long.MIN_VALUE))),
            Map.entry(Simple.BOOLEAN, List.of(Value.of(true), Value.of(false))),
            Map.entry(Simple.DOUBLE, List.of(Value.of(new BigDecimal("1.5")), Value.of(new BigDecimal("-0.25")))),
            Map.entry(Simple.DATE, List.of(Value.of("2025-01-02"), Value.currentTimestamp())),
            Map.entry(Simple.TIME, List.of(Value.of("03:04:05.678000"), Value.currentTimestamp())),
            Map.entry(Simple.DATETIME, List.of(Value.of("2025-01-02 03:04:05.678000"), Value.currentTimestamp())),
            Map.entry(Simple.JSON, List.of(Value.of("{\"a\": 1}"), Value.of("{}"))),
            Map.entry(
                    Simple.UUID,
                    List.of(Value.of("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"), Value.expression("uuid()"))));

    private RandomTables() {}

    /** A table "t" with a key "id", a column "parent" that may refer to it, and up to six further columns. */
    static Arbitrary<Table> tables() {
        return columns().list().ofMinSize(1).ofMaxSize(6).flatMap(drawn -> {
            List<Column> columns = new ArrayList<>();
            columns.add(new Column("id", ColumnType.integer(), false, Optional.empty()));
            columns.add(Column.of("parent", ColumnType.integer()));
            for (int number = 0; number < drawn.size(); number++) {
                columns.add(drawn.get(number).withName("c" + number));
            }
            return Combinators.combine(constraints(columns), indexes(columns))
                    .as((constraints, indexes) -> new Table("t", columns, constraints, indexes));
        });
    }

    private static Arbitrary<Column> columns() {
        return types().flatMap(type -> Combinators.combine(Arbitraries.of(true, false), defaults(type))
                .as((nullable, value) -> new Column("c", type, nullable, value)));
    }

    /** Without the types that stand for another one here: TIMESTAMP_WITH_ZONE, JSON_BINARY, and string(255). */
    private static Arbitrary<ColumnType> types() {
        Arbitrary<ColumnType> simple = Arbitraries.of(Simple.class)
                .filter(type -> type != Simple.TIMESTAMP_WITH_ZONE && type != Simple.JSON_BINARY)
                .map(type -> type);
        return Arbitraries.oneOf(
                simple,
                simple,
                Arbitraries.just(ColumnType.string()),
                Arbitraries.integers().between(1, 90).map(ColumnType::string),
                Arbitraries.integers().between(1, 20).map(ColumnType::fixedString),
                Arbitraries.integers().between(1, 65).flatMap(precision -> Arbitraries.integers()
                        .between(0, Math.min(30, precision))
                        .map(scale -> ColumnType.decimal(precision, scale))),
                Arbitraries.of("mediumtext", "enum('a','b')").map(ColumnType::nativeType),
                Arbitraries.integers().between(1, 64).map(ColumnType::binary));
    }

    private static Arbitrary<Optional<Value>> defaults(ColumnType type) {
        List<Value> known = type instanceof Simple simple ? DEFAULTS.getOrDefault(simple, List.of()) : List.of();
        return known.isEmpty()
                ? Arbitraries.just(Optional.empty())
                : Arbitraries.of(known).optional(0.5);
    }

    private static Arbitrary<List<Constraint>> constraints(List<Column> columns) {
        List<Constraint> possible = new ArrayList<>();
        possible.add(new UniqueConstraint("t_last_key", lastOf(indexable(columns))));
        possible.add(new CheckConstraint("t_id_check", "id > 0"));
        possible.add(new CheckConstraint("t_word_check", "id <> 'it'"));
        for (ReferentialAction action : List.of(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE)) {
            possible.add(
                    new ForeignKey("t_" + action + "_fkey", List.of("parent"), "t", List.of("id"), action, action));
        }
        return Arbitraries.subsetOf(possible).map(chosen -> {
            List<Constraint> all = new ArrayList<>(chosen);
            all.add(0, new PrimaryKey("t_pkey", List.of("id")));
            return all;
        });
    }

    private static Arbitrary<List<Index>> indexes(List<Column> columns) {
        Arbitrary<IndexPart> part = Combinators.combine(Arbitraries.of(indexable(columns)), Arbitraries.of(true, false))
                .as((name, down) -> new IndexPart(name, false, down));
        Arbitrary<Index> index = part.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements(IndexPart::text)
                .map(parts -> new Index("i", parts, false, Optional.empty()));
        return index.list().ofMaxSize(3).map(drawn -> {
            List<Index> named = new ArrayList<>();
            drawn.forEach(one -> named.add(one.withName("i" + named.size())));
            return named;
        });
    }

    private static List<String> indexable(List<Column> columns) {
        return columns.stream()
                .filter(column -> MysqlValues.takesLiteralDefault(column.type()))
                .map(Column::name)
                .toList();
    }

    private static List<String> lastOf(List<String> names) {
        return names.size() > 1 ? List.of(names.get(names.size() - 1), "id") : List.of("id");
    }
}
