package dev.aludel.dialect.mysql;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
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

    static final SessionSetting SETTING = new SessionSetting(
            "strict sql_mode",
            "1",
            Sql.raw(
                    "SELECT FIND_IN_SET('STRICT_ALL_TABLES', @@SESSION.sql_mode) > 0 OR FIND_IN_SET('STRICT_TRANS_TABLES', @@SESSION.sql_mode) > 0"),
            "SET @aludel_sql_mode = IF({}, @@SESSION.sql_mode, @aludel_sql_mode),\n    SESSION sql_mode = IF({}, CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES'), @aludel_sql_mode)",
            Sql.raw("SET SESSION sql_mode = @aludel_sql_mode"));

    private StrictMode() {}

    /** Whether any of the steps writes values, or checks those that are there. */
    static boolean isNeeded(List<CompiledStep> compiled) {
        return compiled.stream().flatMap(step -> step.steps().stream()).anyMatch(step -> writes(step.operation()));
    }

    private static boolean writes(Operation operation) {
        return operation instanceof UpdateRows
                || (operation instanceof AlterTable alter
                        && alter.changes().stream()
                                .anyMatch(change -> change instanceof AlterColumn || change instanceof AddColumn));
    }
}
