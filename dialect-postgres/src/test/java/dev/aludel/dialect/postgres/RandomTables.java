package dev.aludel.dialect.postgres;

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

/** Tables of all shapes that the model knows, in expressions that PostgreSQL prints as they were written. */
final class RandomTables {

    private static final Map<Simple, List<Value>> DEFAULTS = Map.ofEntries(
            Map.entry(Simple.TEXT, List.of(Value.of("it's \\ \"x\"\n::text"), Value.of(""), Value.of("5"))),
            Map.entry(Simple.SMALL_INTEGER, List.of(Value.of(0), Value.of(-5))),
            Map.entry(Simple.INTEGER, List.of(Value.of(Integer.MIN_VALUE), Value.of(7))),
            Map.entry(Simple.BIG_INTEGER, List.of(Value.of(Long.MAX_VALUE), Value.of(Long.MIN_VALUE), Value.of(1))),
            Map.entry(Simple.BOOLEAN, List.of(Value.of(true), Value.of(false))),
            Map.entry(Simple.DOUBLE, List.of(Value.of(new BigDecimal("1.5")), Value.of(new BigDecimal("-0.25")))),
            Map.entry(Simple.DATE, List.of(Value.of("2025-01-02"), Value.currentTimestamp())),
            Map.entry(Simple.TIME, List.of(Value.of("03:04:05.678"), Value.currentTimestamp())),
            Map.entry(Simple.DATETIME, List.of(Value.of("2025-01-02 03:04:05.678"), Value.currentTimestamp())),
            Map.entry(Simple.TIMESTAMP_WITH_ZONE, List.of(Value.currentTimestamp())),
            Map.entry(Simple.JSON, List.of(Value.of("{\"a\": 1}"))),
            Map.entry(Simple.JSON_BINARY, List.of(Value.of("{}"))),
            Map.entry(
                    Simple.UUID,
                    List.of(Value.of("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"), Value.expression("gen_random_uuid()"))),
            Map.entry(Simple.BINARY, List.of(Value.of("\\x00ff"))));

    private RandomTables() {}

    /** A table "t" with a key "id", which foreign keys may refer to, and up to eight further columns. */
    static Arbitrary<Table> tables() {
        return columns().list().ofMinSize(1).ofMaxSize(8).flatMap(drawn -> {
            List<Column> columns = new ArrayList<>();
            columns.add(new Column("id", ColumnType.integer(), false, Optional.empty()));
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

    static Arbitrary<ColumnType> types() {
        Arbitrary<ColumnType> simple = Arbitraries.of(Simple.class).map(type -> type);
        return Arbitraries.oneOf(
                simple,
                simple,
                Arbitraries.just(ColumnType.string()),
                Arbitraries.integers().between(1, 300).map(ColumnType::string),
                Arbitraries.integers().between(1, 20).map(ColumnType::fixedString),
                Arbitraries.integers().between(1, 30).flatMap(precision -> Arbitraries.integers()
                        .between(0, precision)
                        .map(scale -> ColumnType.decimal(precision, scale))),
                Arbitraries.of("inet", "tsvector").map(ColumnType::nativeType),
                Arbitraries.of(ColumnType.text(), ColumnType.string(20)).map(ColumnType::array));
    }

    private static Arbitrary<Optional<Value>> defaults(ColumnType type) {
        List<Value> known = type instanceof Simple simple ? DEFAULTS.getOrDefault(simple, List.of()) : List.of();
        return known.isEmpty()
                ? Arbitraries.just(Optional.empty())
                : Arbitraries.of(known).optional(0.5);
    }

    private static Arbitrary<List<Constraint>> constraints(List<Column> columns) {
        List<Constraint> possible = new ArrayList<>();
        List<String> comparable = comparable(columns);
        possible.add(new UniqueConstraint("t_all_key", comparable));
        possible.add(new CheckConstraint("t_id_check", "id > 0"));
        possible.add(new CheckConstraint("t_id_even", "(id % 2) = 0 OR id IS NULL"));
        for (ReferentialAction action : ReferentialAction.values()) {
            possible.add(new ForeignKey("t_" + action + "_fkey", List.of("id"), "t", List.of("id"), action, action));
        }
        return Arbitraries.subsetOf(possible).map(chosen -> {
            List<Constraint> all = new ArrayList<>(chosen);
            all.add(0, new PrimaryKey("t_pkey", List.of("id")));
            return all;
        });
    }

    private static Arbitrary<List<Index>> indexes(List<Column> columns) {
        List<String> comparable = comparable(columns);
        Arbitrary<IndexPart> column = Combinators.combine(Arbitraries.of(comparable), Arbitraries.of(true, false))
                .as((name, down) -> new IndexPart(name, false, down));
        Arbitrary<IndexPart> expression = Combinators.combine(
                        Arbitraries.of("abs(id)", "id + 1", "(id % 2) = 1"), Arbitraries.of(true, false))
                .as((sql, down) -> new IndexPart(sql, true, down));
        Arbitrary<Optional<String>> where =
                Arbitraries.of("id > 5", "id IS NOT NULL").optional(0.3);
        Arbitrary<Index> index = Combinators.combine(
                        Arbitraries.oneOf(column, column, expression)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4),
                        Arbitraries.of(true, false),
                        where)
                .as((parts, unique, condition) -> new Index("i", parts, unique, condition));
        return index.list().ofMaxSize(3).map(drawn -> {
            List<Index> named = new ArrayList<>();
            drawn.forEach(one -> named.add(one.withName("i" + named.size())));
            return named;
        });
    }

    /** The columns that an index can hold. */
    private static List<String> comparable(List<Column> columns) {
        return columns.stream()
                .filter(column -> column.type() != Simple.JSON)
                .map(Column::name)
                .toList();
    }
}
