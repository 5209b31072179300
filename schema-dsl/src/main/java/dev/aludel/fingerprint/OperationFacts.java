package dev.aludel.fingerprint;

import dev.aludel.operation.AlterEnum;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.AnalyzeTable;
import dev.aludel.operation.Attempt;
import dev.aludel.operation.CreateEnum;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateObject;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DeleteRows;
import dev.aludel.operation.DialectBranch;
import dev.aludel.operation.DropEnum;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropObject;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.ExpectResult;
import dev.aludel.operation.GuardedOperations;
import dev.aludel.operation.InsertRows;
import dev.aludel.operation.InsertSelect;
import dev.aludel.operation.Operation;
import dev.aludel.operation.OperationVisitor;
import dev.aludel.operation.RefreshView;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RenameViewColumn;
import dev.aludel.operation.RenameViewIndex;
import dev.aludel.operation.Reversal;
import dev.aludel.operation.RunCode;
import dev.aludel.operation.SchemaCondition;
import dev.aludel.operation.UpdateRows;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The operations themselves. */
final class OperationFacts implements OperationVisitor<Fact> {

    @Override
    public Fact createTable(CreateTable operation) {
        return TableFacts.table(operation.table()).after("create");
    }

    @Override
    public Fact dropTable(DropTable operation) {
        return Fact.of("drop table", operation.table()).with(Fact.when(operation.cascade(), "cascade"));
    }

    @Override
    public Fact renameTable(RenameTable operation) {
        return Fact.of("rename table", operation.from()).with(Fact.of("to", operation.to()));
    }

    @Override
    public Fact alterTable(AlterTable operation) {
        return Fact.of("alter table", operation.table()).withEach(operation.changes(), TableChangeFacts::of);
    }

    @Override
    public Fact createIndex(CreateIndex operation) {
        return TableFacts.index(operation.index())
                .after("create")
                .with(Fact.of("table", operation.table()))
                .with(Fact.when(operation.ifNotExists(), "if not exists"))
                .with(Fact.when(operation.concurrently(), "concurrently"));
    }

    @Override
    public Fact dropIndex(DropIndex operation) {
        return Fact.of("drop index", operation.index())
                .with(Fact.of("table", operation.table()))
                .with(Fact.when(operation.ifExists(), "if exists"))
                .with(Fact.when(operation.concurrently(), "concurrently"));
    }

    @Override
    public Fact renameIndex(RenameIndex operation) {
        return Fact.of("rename index", operation.from())
                .with(Fact.of("to", operation.to()))
                .with(Fact.of("table", operation.table()));
    }

    @Override
    public Fact createEnum(CreateEnum operation) {
        return TypeFacts.enumeration(operation.type()).after("create");
    }

    @Override
    public Fact alterEnum(AlterEnum operation) {
        return Fact.of("alter enum", operation.name())
                .with(operation.changes().stream().map(EnumChangeFacts::of));
    }

    @Override
    public Fact dropEnum(DropEnum operation) {
        return Fact.of("drop enum", operation.name());
    }

    @Override
    public Fact createObject(CreateObject operation) {
        return ObjectFacts.of(operation.object()).after(operation.replacing() ? "replace" : "create");
    }

    @Override
    public Fact dropObject(DropObject operation) {
        return Fact.of("drop " + operation.kind().words(), operation.name());
    }

    @Override
    public Fact refreshView(RefreshView operation) {
        return Fact.of("refresh view", operation.view()).with(Fact.when(operation.concurrently(), "concurrently"));
    }

    @Override
    public Fact renameViewIndex(RenameViewIndex operation) {
        return Fact.of("rename index", operation.from())
                .with(Fact.of("view", operation.view()))
                .with(Fact.of("to", operation.to()));
    }

    @Override
    public Fact renameViewColumn(RenameViewColumn operation) {
        return Fact.of("rename column of view", operation.view())
                .with(Fact.of("column", operation.from()))
                .with(Fact.of("to", operation.to()))
                .with(ObjectFacts.query(operation.query()));
    }

    @Override
    public Fact analyzeTable(AnalyzeTable operation) {
        return Fact.of("analyze", operation.table());
    }

    @Override
    public Fact executeSql(ExecuteSql operation) {
        return Fact.of("execute")
                .with(DialectFacts.of(operation.sql(), OperationFacts::statements))
                .with(effect(operation.effect()))
                .with(reversal(operation.reversal()));
    }

    @Override
    public Fact updateRows(UpdateRows operation) {
        return Fact.of("update", operation.table())
                .with(operation.values().entrySet().stream()
                        .map(set -> Fact.of("set", set.getKey()).with(ValueFacts.of(set.getValue()))))
                .with(operation.from().stream().map(DataFacts::source))
                .with(operation.where().stream().map(DataFacts::condition))
                .with(reversal(operation.reversal()));
    }

    @Override
    public Fact insertRows(InsertRows operation) {
        return Fact.of("insert", operation.table())
                .with(operation.rows().stream().map(DataFacts::row))
                .with(Fact.when(operation.ignoresConflicts(), "on conflict do nothing"))
                .with(operation.unlessSame().stream().map(column -> Fact.of("unless same", column)))
                .with(reversal(operation.reversal()));
    }

    @Override
    public Fact insertSelect(InsertSelect operation) {
        return Fact.of("insert select", operation.table())
                .with(operation.columns().stream().map(column -> Fact.of("column", column)))
                .with(DialectFacts.of(operation.query(), query -> Stream.of(Fact.ofSql("query", query))))
                .with(Fact.when(operation.ignoresConflicts(), "on conflict do nothing"))
                .with(reversal(operation.reversal()));
    }

    @Override
    public Fact deleteRows(DeleteRows operation) {
        return Fact.of("delete", operation.table())
                .with(operation.rows().stream().map(DataFacts::row))
                .with(operation.where().stream().map(DataFacts::condition))
                .with(reversal(operation.reversal()));
    }

    @Override
    public Fact runCode(RunCode operation) {
        return Fact.of("run code", operation.description()).with(reversal(operation.reversal()));
    }

    @Override
    public Fact dialectBranch(DialectBranch operation) {
        return Fact.of("by dialect").with(DialectFacts.of(operation.branches(), this::all));
    }

    @Override
    public Fact guarded(GuardedOperations operation) {
        SchemaCondition condition = operation.condition();
        String kind = condition.kind().name().toLowerCase(Locale.ROOT);
        return Fact.of("if %s".formatted(condition.present() ? "exists" : "absent"))
                .with(Fact.of(kind, condition.name()))
                .with(Fact.of("of table", condition.table()))
                .with(Fact.of("then").with(all(operation.operations())));
    }

    @Override
    public Fact attempt(Attempt operation) {
        return Fact.of("attempt")
                .with(Fact.of("try").with(all(operation.tried())))
                .with(Fact.of("or else").with(all(operation.instead())))
                .with(operation.effect().stream()
                        .map(declared -> Fact.of("effect").with(all(declared))))
                .with(reversal(operation.reversal()));
    }

    @Override
    public Fact expectResult(ExpectResult operation) {
        return Fact.of("expect", operation.expectation())
                .with(DialectFacts.of(operation.query(), query -> Stream.of(Fact.ofSql("query", query))))
                .with(ValueFacts.of(operation.result()).after("gives"));
    }

    private static Stream<Fact> statements(List<String> statements) {
        return statements.stream().map(sql -> Fact.ofSql("statement", sql));
    }

    private Stream<Fact> effect(List<Operation> declared) {
        return declared.isEmpty() ? Stream.empty() : Stream.of(Fact.of("effect").with(all(declared)));
    }

    private Stream<Fact> reversal(Reversal reversal) {
        return reversal.operations().stream()
                .map(undoing -> Fact.of("reversed by").with(all(undoing)));
    }

    private Stream<Fact> all(List<Operation> operations) {
        return operations.stream().map(operation -> operation.accept(this));
    }
}
