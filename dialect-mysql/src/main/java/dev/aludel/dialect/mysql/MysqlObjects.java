package dev.aludel.dialect.mysql;

import dev.aludel.dialect.Compiler;
import dev.aludel.dialect.ObjectStatements;
import dev.aludel.dialect.Step;
import dev.aludel.model.Column;
import dev.aludel.model.DatabaseObject;
import dev.aludel.operation.AnalyzeTable;
import dev.aludel.sql.Action;
import dev.aludel.sql.Sql;
import java.util.List;

/** MySQL and MariaDB have plain views, routines and triggers. */
final class MysqlObjects extends ObjectStatements {

    MysqlObjects(Compiler compiler) {
        super(compiler);
    }

    @Override
    protected boolean replacesInPlace(DatabaseObject object) {
        return object instanceof DatabaseObject.View;
    }

    @Override
    protected List<Sql> view(DatabaseObject.View view, boolean replacing) {
        super.view(view, replacing);
        return List.of(
                sql("CREATE $SVIEW $N AS\n$S", Sql.raw(replacing ? "OR REPLACE " : ""), view.name(), query(view)));
    }

    @Override
    protected List<Sql> updatedAt(DatabaseObject.UpdatedAtTrigger trigger, Column column, Step step) {
        return List.of(sql(
                "CREATE TRIGGER $N BEFORE UPDATE ON $N\nFOR EACH ROW SET NEW.$N = $S",
                trigger.name(),
                trigger.onTable(),
                trigger.column(),
                clock(column)));
    }

    @Override
    protected List<Action> analyze(AnalyzeTable operation, Step step) {
        return List.of(statement(sql("ANALYZE TABLE $N", operation.table()), operation.describe())
                .asRepeatable());
    }
}
