package dev.aludel.dialect.mysql;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.model.Value;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.InsertRows;
import dev.aludel.operation.InsertSelect;
import dev.aludel.operation.Operation;
import dev.aludel.operation.UpdateRows;
import dev.aludel.sql.SessionSetting;
import dev.aludel.sql.Sql;
import java.util.List;

/**
 * Strict mode for revisions that write values: without it the server cuts what is too long and invents what doesn't fit,
 * and calls that a warning. Other parts of {@code sql_mode} stay as they are.
 */
final class StrictMode {

    private static final String MAKE_STRICT =
            "@aludel_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES')";

    private static final String RESTORE = "SESSION sql_mode = @aludel_sql_mode";

    /** Its values are the assignments that lead there: what is added to the mode depends on what it is. */
    static final SessionSetting SETTING = new SessionSetting(
            "strict sql_mode",
            MAKE_STRICT,
            new MysqlSyntax()
                    .sql(
                            "SELECT IF(@@SESSION.sql_mode REGEXP 'STRICT_(ALL|TRANS)_TABLES', $V, $V)",
                            Value.of(MAKE_STRICT),
                            Value.of(RESTORE)),
            "SET {}",
            Sql.raw("SET " + RESTORE));

    private StrictMode() {}

    /** Whether any of the steps writes values, or checks those that are there. */
    static boolean isNeeded(List<CompiledStep> compiled) {
        return compiled.stream().flatMap(step -> step.steps().stream()).anyMatch(step -> writes(step.operation()));
    }

    private static boolean writes(Operation operation) {
        return operation instanceof UpdateRows
                || operation instanceof InsertRows
                || operation instanceof InsertSelect
                || (operation instanceof AlterTable alter
                        && alter.changes().stream()
                                .anyMatch(change -> change instanceof AlterColumn || change instanceof AddColumn));
    }
}
