package dev.aludel.dialect;

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
import dev.aludel.operation.OperationVisitor;
import dev.aludel.operation.RefreshView;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RenameViewColumn;
import dev.aludel.operation.RenameViewIndex;
import dev.aludel.operation.RunCode;
import dev.aludel.operation.UpdateRows;
import dev.aludel.sql.Action;
import java.util.List;

/** Sends an operation to the compiler's method for it. */
final class CompilerDispatch implements OperationVisitor<List<Action>> {

    private final Compiler compiler;
    private final Step step;

    CompilerDispatch(Compiler compiler, Step step) {
        this.compiler = compiler;
        this.step = step;
    }

    @Override
    public List<Action> createTable(CreateTable operation) {
        return compiler.createTable(operation, step);
    }

    @Override
    public List<Action> dropTable(DropTable operation) {
        return compiler.dropTable(operation, step);
    }

    @Override
    public List<Action> renameTable(RenameTable operation) {
        return compiler.renameTable(operation, step);
    }

    @Override
    public List<Action> alterTable(AlterTable operation) {
        return compiler.alterTable(operation, step);
    }

    @Override
    public List<Action> createIndex(CreateIndex operation) {
        return compiler.createIndex(operation, step);
    }

    @Override
    public List<Action> dropIndex(DropIndex operation) {
        return compiler.dropIndex(operation, step);
    }

    @Override
    public List<Action> renameIndex(RenameIndex operation) {
        return compiler.renameIndex(operation, step);
    }

    @Override
    public List<Action> createEnum(CreateEnum operation) {
        return compiler.createEnum(operation, step);
    }

    @Override
    public List<Action> alterEnum(AlterEnum operation) {
        return compiler.alterEnum(operation, step);
    }

    @Override
    public List<Action> dropEnum(DropEnum operation) {
        return compiler.dropEnum(operation, step);
    }

    @Override
    public List<Action> createObject(CreateObject operation) {
        return compiler.objects().create(operation, step);
    }

    @Override
    public List<Action> dropObject(DropObject operation) {
        return compiler.objects().drop(operation, step);
    }

    @Override
    public List<Action> refreshView(RefreshView operation) {
        return compiler.objects().refresh(operation, step);
    }

    @Override
    public List<Action> renameViewIndex(RenameViewIndex operation) {
        return compiler.objects().renameIndex(operation, step);
    }

    @Override
    public List<Action> renameViewColumn(RenameViewColumn operation) {
        return compiler.objects().renameColumn(operation, step);
    }

    @Override
    public List<Action> analyzeTable(AnalyzeTable operation) {
        return compiler.objects().analyze(operation, step);
    }

    @Override
    public List<Action> executeSql(ExecuteSql operation) {
        return compiler.executeSql(operation, step);
    }

    @Override
    public List<Action> updateRows(UpdateRows operation) {
        return compiler.updateRows(operation, step);
    }

    @Override
    public List<Action> insertRows(InsertRows operation) {
        return compiler.insertRows(operation, step);
    }

    @Override
    public List<Action> insertSelect(InsertSelect operation) {
        return compiler.insertSelect(operation, step);
    }

    @Override
    public List<Action> deleteRows(DeleteRows operation) {
        return compiler.deleteRows(operation, step);
    }

    @Override
    public List<Action> runCode(RunCode operation) {
        return compiler.runCode(operation, step);
    }

    /** One that was left out for the dialect: all others are resolved before anything is compiled. */
    @Override
    public List<Action> dialectBranch(DialectBranch operation) {
        throw new UnsupportedOnDialectException("this was given for %s only"
                .formatted(operation.branches().byDialect().keySet()));
    }

    /** A plan holds the operations within, each with its guards. */
    @Override
    public List<Action> guarded(GuardedOperations operation) {
        throw new IllegalArgumentException("not a step: " + operation.describe());
    }

    /** A plan holds the operations of both branches, each with its guards. */
    @Override
    public List<Action> attempt(Attempt operation) {
        throw new IllegalArgumentException("not a step: " + operation.describe());
    }

    @Override
    public List<Action> expectResult(ExpectResult operation) {
        return compiler.expectResult(operation);
    }
}
