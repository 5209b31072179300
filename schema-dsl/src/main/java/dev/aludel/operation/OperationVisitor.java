package dev.aludel.operation;

/**
 * One method an operation: what a pattern switch would be.
 *
 * @param <R> what the methods return
 */
public interface OperationVisitor<R> {

    R createTable(CreateTable operation);

    R dropTable(DropTable operation);

    R renameTable(RenameTable operation);

    R alterTable(AlterTable operation);

    R createIndex(CreateIndex operation);

    R dropIndex(DropIndex operation);

    R renameIndex(RenameIndex operation);

    R createEnum(CreateEnum operation);

    R alterEnum(AlterEnum operation);

    R dropEnum(DropEnum operation);

    R createObject(CreateObject operation);

    R dropObject(DropObject operation);

    R refreshView(RefreshView operation);

    R renameViewColumn(RenameViewColumn operation);

    R renameViewIndex(RenameViewIndex operation);

    R analyzeTable(AnalyzeTable operation);

    R executeSql(ExecuteSql operation);

    R updateRows(UpdateRows operation);

    R insertRows(InsertRows operation);

    R insertSelect(InsertSelect operation);

    R deleteRows(DeleteRows operation);

    R runCode(RunCode operation);

    R expectResult(ExpectResult operation);

    R dialectBranch(DialectBranch operation);

    R guarded(GuardedOperations operation);

    R attempt(Attempt operation);
}
