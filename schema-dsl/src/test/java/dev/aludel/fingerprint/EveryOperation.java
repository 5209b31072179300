package dev.aludel.fingerprint;

import dev.aludel.dsl.Schema;
import dev.aludel.model.AutoIncrement;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Constraint;
import dev.aludel.model.DatabaseObject;
import dev.aludel.model.DialectId;
import dev.aludel.model.EnumType;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Generated;
import dev.aludel.model.Index;
import dev.aludel.model.IndexMethod;
import dev.aludel.model.IndexPart;
import dev.aludel.model.NullOrder;
import dev.aludel.model.PerDialect;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.ReferentialAction;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.model.Value;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterEnum;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.AnalyzeTable;
import dev.aludel.operation.Attempt;
import dev.aludel.operation.CommentChange;
import dev.aludel.operation.CommentTable;
import dev.aludel.operation.Condition;
import dev.aludel.operation.Conversion;
import dev.aludel.operation.CreateEnum;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateObject;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DefaultChange;
import dev.aludel.operation.DeleteRows;
import dev.aludel.operation.DialectBranch;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropEnum;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropObject;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.EnumChange;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.ExpectResult;
import dev.aludel.operation.GuardedOperations;
import dev.aludel.operation.InsertRows;
import dev.aludel.operation.InsertSelect;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RefreshView;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RenameViewColumn;
import dev.aludel.operation.RenameViewIndex;
import dev.aludel.operation.Reversal;
import dev.aludel.operation.RunCode;
import dev.aludel.operation.SchemaCondition;
import dev.aludel.operation.TableChange;
import dev.aludel.operation.UpdateRows;
import dev.aludel.operation.UpdateSource;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A history that uses every operation, and every fact that one can hold in each of its states. */
final class EveryOperation {

    static final List<Value> VALUES = List.of(
            Value.of("it's \"quoted\", a \\ and\na line"),
            Value.of(new BigDecimal("-12.50")),
            Value.of(true),
            Value.of(false),
            Value.nothing(),
            Value.currentTimestamp(),
            Value.runTimeMillis(),
            Value.expression("lower('A')"));

    private static final List<Value> LATER_VALUES = List.of(
            Value.generatedUuid(),
            Value.randomHex(32),
            Value.expression(DialectId.SQLITE, "random()")
                    .on(DialectId.MYSQL, "rand()")
                    .otherwise("1"),
            Value.expression(DialectId.SQLITE, "random()"));

    private static final List<ColumnType> LATER_TYPES = List.of(
            ColumnType.binary(16),
            ColumnType.text(100_000),
            ColumnType.array(ColumnType.string(20)),
            ColumnType.uuid().on(DialectId.MYSQL, "BINARY(16)").on(DialectId.SQLITE, "BLOB"));

    static final List<ColumnType> TYPES = Stream.<List<? extends ColumnType>>of(
                    List.of(ColumnType.Simple.values()),
                    List.of(
                            ColumnType.string(),
                            ColumnType.string(40),
                            ColumnType.fixedString(2),
                            ColumnType.decimal(10, 2),
                            ColumnType.nativeType("inet")))
            .<ColumnType>flatMap(List::stream)
            .toList();

    static final List<Constraint> CONSTRAINTS = Stream.concat(
                    Stream.<Constraint>of(
                            new PrimaryKey("orders_pkey", List.of("id", "part")),
                            new UniqueConstraint("uq_orders_code", List.of("code")),
                            new CheckConstraint("ck_orders_total", "total >= 0\n  AND total < 1000")),
                    Stream.of(ReferentialAction.values()).map(EveryOperation::foreignKey))
            .toList();

    private EveryOperation() {}

    /** Each kind of operation under its name, in the order of the golden file. */
    static Map<String, List<Operation>> cases() {
        Map<String, List<Operation>> cases = new LinkedHashMap<>();
        cases.put("no operation", List.of());
        cases.put("create table", List.of(createTable()));
        cases.put("drop table", List.of(new DropTable("orders")));
        cases.put("rename table", List.of(new RenameTable("orders", "purchases")));
        cases.put("add and drop columns", List.of(columns()));
        cases.put("alter columns", List.of(alterations()));
        cases.put("add and drop constraints", List.of(constraints()));
        cases.put("indexes", indexes());
        cases.put("indexes of one database's kind", indexesOfOneKind());
        cases.put("execute SQL", executions());
        cases.put("update rows", updates());
        cases.put(
                "run code",
                List.of(code("derive slugs", Reversal.unknown()), code("count orders", Reversal.by(List.of()))));
        cases.put("enums", enums());
        cases.put("rows", rows());
        cases.put("guarded", guarded());
        cases.put(
                "expect a result",
                List.of(
                        new ExpectResult("all have codes", PerDialect.everywhere("SELECT count(*)"), Value.of(0)),
                        new ExpectResult(
                                "it's so",
                                new PerDialect<>(Map.of(DialectId.MYSQL, "SELECT 'a'"), Optional.empty()),
                                Value.of("a"))));
        cases.put("by dialect", List.of(branches()));
        cases.put("numbering and comments", numberingAndComments());
        cases.put("later types and values", laterTypesAndValues());
        cases.put("generated columns and clauses", generatedAndClauses());
        cases.put("views, routines and triggers", objects());
        cases.put("indexes in a database's own words", indexesInADatabasesOwnWords());
        cases.put("drop table and foreign keys that refer to it", List.of(new DropTable("orders", true)));
        cases.put(
                "changes of numbering",
                Schema.record(schema -> schema.alterTable("orders", t -> {
                    t.column("id").identity();
                    t.column("id").dropNumbering();
                    t.column("id").serial();
                })));
        cases.put("attempts", attempts());
        cases.put("an index of a view", List.of(new RenameViewIndex("v", "ix_a", "ix_b")));
        return cases;
    }

    /** All of it as one revision. */
    static List<Operation> all() {
        return cases().values().stream().flatMap(List::stream).toList();
    }

    private static Operation createTable() {
        List<Column> columns = new ArrayList<>();
        TYPES.forEach(type -> columns.add(Column.of("c" + columns.size(), type)));
        columns.addAll(List.of(
                Column.of("id", ColumnType.uuid()).withNullable(false),
                Column.of("part", ColumnType.integer()).withDefault(Optional.of(Value.of(1))),
                Column.of("code", ColumnType.string(20)),
                Column.of("total", ColumnType.decimal(10, 2))));
        Index byCode = Index.of("ix_orders_code", List.of("code", "id"));
        return new CreateTable(new Table("orders", columns, CONSTRAINTS, List.of(byCode)));
    }

    private static Operation columns() {
        return new AlterTable(
                "orders",
                List.of(
                        new AddColumn(Column.of("note", ColumnType.text()), Optional.empty()),
                        new AddColumn(
                                Column.of("status", ColumnType.string(10))
                                        .withNullable(false)
                                        .withDefault(Optional.of(Value.of("new"))),
                                Optional.of(Value.of("unknown"))),
                        new DropColumn("code")));
    }

    private static Operation alterations() {
        List<AlterColumn> changes = new ArrayList<>();
        changes.add(converted(Conversion.epochMillis(ZoneId.of("Europe/Berlin"))));
        changes.add(converted(Conversion.expression("total * 100", "cents / 100")));
        changes.add(converted(Conversion.expression(new PerDialect<>(
                Map.of(DialectId.SQLITE, "round(total)", DialectId.POSTGRESQL, "total::bigint"), Optional.empty()))));
        VALUES.forEach(value -> changes.add(filled(value)));
        changes.add(nullable(true));
        changes.add(nullable(false));
        changes.add(defaulted(Optional.of(Value.of(7))));
        changes.add(defaulted(Optional.empty()));
        return new AlterTable("orders", List.copyOf(changes));
    }

    private static List<Operation> laterTypesAndValues() {
        List<TableChange> changes = new ArrayList<>();
        LATER_TYPES.forEach(
                type -> changes.add(new AddColumn(Column.of("c" + changes.size(), type), Optional.empty())));
        LATER_VALUES.forEach(value -> changes.add(filled(value)));
        return List.of(new AlterTable("orders", changes));
    }

    private static List<Operation> generatedAndClauses() {
        List<TableChange> changes = new ArrayList<>();
        Column net = Column.of("net", ColumnType.integer());
        changes.add(
                new AddColumn(net.withGenerated(Optional.of(new Generated("gross - tax", true))), Optional.empty()));
        changes.add(new AddColumn(
                net.withName("tax").withGenerated(Optional.of(new Generated("gross / 5", false))), Optional.empty()));
        PerDialect<String> clauses = new PerDialect<>(Map.of(DialectId.MYSQL, "INVISIBLE"), Optional.of("COLLATE x"));
        changes.add(new AddColumn(net.withName("shown").withClauses(clauses), Optional.empty()));
        return List.of(
                new AlterTable("orders", changes),
                new CreateTable(Table.of("totals", net).withClauses(clauses)));
    }

    private static List<Operation> numberingAndComments() {
        List<Column> columns = List.of(
                Column.of("id", ColumnType.bigInteger())
                        .withNullable(false)
                        .withAutoIncrement(Optional.of(AutoIncrement.IDENTITY)),
                Column.of("place", ColumnType.integer())
                        .withNullable(false)
                        .withAutoIncrement(Optional.of(AutoIncrement.SERIAL)),
                Column.of("title", ColumnType.string(40)).withComment(Optional.of("one line")));
        CommentChange set = new CommentChange(Optional.of("what customers ask"));
        CommentChange drop = new CommentChange(Optional.empty());
        return List.of(
                new CreateTable(
                        new Table("tickets", columns, List.of(), List.of()).withComment(Optional.of("questions"))),
                new AlterTable(
                        "tickets",
                        List.of(
                                new CommentTable(set),
                                new CommentTable(drop),
                                commented(Optional.of(set)),
                                commented(Optional.of(drop)))));
    }

    private static AlterColumn commented(Optional<CommentChange> comment) {
        return new AlterColumn(
                "title",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                comment);
    }

    private static AlterColumn converted(Conversion conversion) {
        return new AlterColumn(
                "total",
                Optional.of("cents"),
                Optional.of(ColumnType.bigInteger()),
                Optional.of(conversion),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static AlterColumn filled(Value value) {
        return new AlterColumn(
                "note",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(value),
                Optional.empty(),
                Optional.empty());
    }

    private static AlterColumn nullable(boolean nullable) {
        return new AlterColumn(
                "note",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(nullable),
                Optional.empty());
    }

    private static AlterColumn defaulted(Optional<Value> value) {
        return new AlterColumn(
                "note",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new DefaultChange(value)));
    }

    private static Operation constraints() {
        Stream<TableChange> added = CONSTRAINTS.stream().map(AddConstraint::new);
        return new AlterTable(
                "orders",
                Stream.concat(added, Stream.of(new DropConstraint("ck_orders_total")))
                        .toList());
    }

    private static ForeignKey foreignKey(ReferentialAction action) {
        String name = "fk_" + action.sql();
        return new ForeignKey(name, List.of("id", "part"), "parts", List.of("order", "number"), action, action);
    }

    private static List<Operation> objects() {
        PerDialect<String> query =
                new PerDialect<>(Map.of(DialectId.SQLITE, "SELECT 1 AS one"), Optional.of("SELECT 2 AS one"));
        PerDialect<List<String>> definition =
                new PerDialect<>(Map.of(DialectId.MYSQL, List.of("CREATE TRIGGER a", "b")), Optional.of(List.of()));
        List<Operation> operations = new ArrayList<>();
        Stream.of(
                        new DatabaseObject.View("v", query, Optional.empty(), Optional.of("it's a view")),
                        stored(query, true),
                        stored(query, false),
                        new DatabaseObject.Trigger("t", "orders", definition),
                        new DatabaseObject.UpdatedAtTrigger("u", "orders", "changed_at"),
                        new DatabaseObject.Extension("pgcrypto"))
                .forEach(object -> operations.add(new CreateObject(object, false)));
        for (DatabaseObject.Kind kind : DatabaseObject.Kind.values()) {
            operations.add(new CreateObject(new DatabaseObject.Routine(kind, "r", definition), true));
            operations.add(new DropObject(kind, "r"));
        }
        operations.add(new RefreshView("v", true));
        operations.add(new RefreshView("v", false));
        operations.add(new RenameViewColumn("v", "one", "first", query));
        operations.add(new AnalyzeTable("orders"));
        return operations;
    }

    private static DatabaseObject stored(PerDialect<String> query, boolean otherwiseView) {
        Index index = Index.of("ix_v", List.of("one"));
        return new DatabaseObject.View(
                "m", query, Optional.of(new DatabaseObject.Storage(List.of(index), otherwiseView)), Optional.empty());
    }

    private static List<Operation> enums() {
        EnumType status = ColumnType.enumeration("status", "new", "it's \"done\"");
        return List.of(
                new CreateEnum(status),
                new CreateTable(Table.of("tasks", Column.of("status", status))),
                new AlterEnum(
                        "status",
                        List.of(
                                new EnumChange.AddValue("sent", Optional.empty()),
                                new EnumChange.AddValue("paid", Optional.of(new EnumChange.Place("new", true))),
                                new EnumChange.AddValue("lost", Optional.of(new EnumChange.Place("new", false))),
                                new EnumChange.RenameValue("new", "fresh"),
                                new EnumChange.DropValue("sent", Optional.empty()),
                                new EnumChange.DropValue("lost", Optional.of("paid")))),
                new DropEnum("old_status"));
    }

    private static List<Operation> indexes() {
        Index partial = new Index(
                "ix_open",
                List.of(
                        IndexPart.column("total").desc(),
                        IndexPart.expression("lower(code)"),
                        IndexPart.expression("abs(total)").desc()),
                true,
                Optional.of("status = 'open'"));
        return List.of(
                new CreateIndex("orders", Index.of("ix_orders_total", List.of("total")), false),
                new CreateIndex("orders", partial, true),
                new DropIndex("orders", "ix_open", true),
                new DropIndex("orders", "ix_orders_total", false),
                new CreateIndex("orders", Index.of("ix_orders_busy", List.of("total")), false, true),
                new DropIndex("orders", "ix_orders_busy", false, true),
                new RenameIndex("orders", "ix_orders_code", "ix_code"));
    }

    private static List<Operation> indexesOfOneKind() {
        Index words = new Index(
                "ix_words",
                List.of(IndexPart.expression("note || code").withOperatorClass("gin_trgm_ops")),
                false,
                Optional.empty(),
                IndexMethod.GIN,
                List.of());
        Index covering = new Index(
                "ix_covering",
                List.of(
                        IndexPart.column("part").withNulls(NullOrder.FIRST),
                        IndexPart.column("total").desc().withNulls(NullOrder.LAST),
                        IndexPart.column("code").withPrefixLength(10)),
                false,
                Optional.empty(),
                IndexMethod.BTREE,
                List.of("id", "status"));
        return List.of(new CreateIndex("orders", words, false), new CreateIndex("orders", covering, false));
    }

    private static List<Operation> indexesInADatabasesOwnWords() {
        Index filled = new Index(
                "ix_filled",
                List.of(IndexPart.column("total")),
                false,
                Optional.empty(),
                IndexMethod.BTREE,
                List.of(),
                new PerDialect<>(Map.of(DialectId.POSTGRESQL, "WITH (fillfactor = 70)"), Optional.empty()));
        return List.of(new CreateIndex("orders", filled, false));
    }

    private static List<Operation> executions() {
        PerDialect<List<String>> perDialect = new PerDialect<>(
                Map.of(
                        DialectId.SQLITE, List.of(),
                        DialectId.POSTGRESQL, List.of("CREATE EXTENSION pgcrypto", "CREATE TABLE t (\n  id int\n)")),
                Optional.of(List.of("CREATE TABLE t (id int)")));
        PerDialect<List<String>> postgresOnly =
                new PerDialect<>(Map.of(DialectId.POSTGRESQL, List.of("ANALYZE")), Optional.empty());
        return List.of(
                new ExecuteSql(
                        perDialect,
                        List.of(new CreateTable(Table.of("t", Column.of("id", ColumnType.integer())))),
                        Reversal.by(List.of(new DropTable("t")))),
                new ExecuteSql(postgresOnly, List.of(), Reversal.by(List.of())),
                new ExecuteSql(PerDialect.everywhere(List.of("DELETE FROM t")), List.of(), Reversal.unknown()));
    }

    private static List<Operation> updates() {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("status", Value.of("unknown"));
        values.put("note", Value.nothing());
        return List.of(
                new UpdateRows("orders", values, Optional.of(Condition.of("status IS NULL")), Reversal.by(List.of())),
                new UpdateRows("orders", Map.of("total", Value.expression("total + 1")), Optional.empty(), undone()));
    }

    private static Reversal undone() {
        return Reversal.by(List.of(new UpdateRows(
                "orders", Map.of("total", Value.expression("total - 1")), Optional.empty(), Reversal.unknown())));
    }

    private static List<Operation> rows() {
        Map<String, Value> row = new LinkedHashMap<>();
        row.put("id", Value.of(1));
        row.put("code", Value.of("a"));
        Condition bound = Condition.of("code IN (?) AND total > ?", List.of("a", "b"), 3);
        return List.of(
                new InsertRows("orders", List.of(row, row), false, List.of(), Reversal.unknown()),
                new InsertRows("orders", List.of(row), true, List.of("id", "code"), Reversal.by(List.of())),
                new InsertSelect(
                        "orders",
                        List.of("id", "code"),
                        new PerDialect<>(Map.of(DialectId.MYSQL, "SELECT 1, 'a'"), Optional.of("SELECT 2,\n  'b'")),
                        false,
                        Reversal.unknown()),
                new InsertSelect("orders", List.of("id"), PerDialect.everywhere("SELECT 3"), true, undone()),
                new DeleteRows("orders", List.of(row), Optional.empty(), Reversal.unknown()),
                new DeleteRows("orders", List.of(), Optional.of(bound), Reversal.by(List.of())),
                new UpdateRows(
                        "orders",
                        row,
                        Optional.of(new UpdateSource("parts", false, "p", Condition.different("p.id", "orders.part"))),
                        Optional.of(bound),
                        Reversal.unknown()),
                new UpdateRows(
                        "orders",
                        row,
                        Optional.of(new UpdateSource("SELECT 1 AS id", true, "q", Condition.of("q.id = orders.id"))),
                        Optional.empty(),
                        Reversal.unknown()));
    }

    private static List<Operation> guarded() {
        return Stream.of(SchemaCondition.Kind.values())
                .<Operation>map(kind -> new GuardedOperations(
                        new SchemaCondition(kind, "orders", "x", kind == SchemaCondition.Kind.TABLE),
                        List.of(new DropTable("orders"), new DropTable("parts"))))
                .toList();
    }

    private static List<Operation> attempts() {
        List<Operation> tried = List.of(new DropTable("orders"), new DropTable("parts"));
        List<Operation> instead = List.of(new RenameTable("parts", "orders"));
        return List.of(
                new Attempt(tried, instead, Optional.empty(), Reversal.unknown()),
                new Attempt(tried, List.of(), Optional.of(List.of()), Reversal.by(List.of())),
                new Attempt(instead, tried, Optional.of(instead), Reversal.by(instead)));
    }

    private static Operation branches() {
        List<Operation> there = List.of(new DropTable("orders"), new RenameTable("parts", "orders"));
        PerDialect<List<Operation>> inner =
                new PerDialect<>(Map.of(DialectId.MYSQL, List.of(new DropTable("parts"))), Optional.empty());
        return new DialectBranch(new PerDialect<>(
                Map.of(DialectId.SQLITE, there, DialectId.POSTGRESQL, List.of()),
                Optional.of(List.of(new DialectBranch(inner)))));
    }

    private static Operation code(String description, Reversal reversal) {
        return new RunCode(description, connection -> connection.clearWarnings(), reversal);
    }
}
