package dev.aludel.dialect.postgres;

import dev.aludel.dialect.Step;
import dev.aludel.operation.AlterEnum;
import dev.aludel.operation.EnumChange;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RunCode;
import java.util.List;

/** Whether the steps after a change of an enum may use one of its new values. */
final class EnumUse {

    private EnumUse() {}

    /** True where a later step names a new value, or is Java, which nobody can look into. */
    static boolean isLikely(AlterEnum alter, List<Step> later) {
        return alter.changes().stream()
                .filter(EnumChange.AddValue.class::isInstance)
                .anyMatch(change -> later.stream()
                        .anyMatch(step -> mayUse(((EnumChange.AddValue) change).value(), alter.name(), step)));
    }

    /** What an operation holds stands in its text; that a column is of the enum is no use of the value. */
    private static boolean mayUse(String value, String enumName, Step step) {
        Operation operation = step.operation();
        String type = step.before().enumeration(enumName).toString();
        return operation instanceof RunCode
                || operation.toString().replace(type, "").contains(value);
    }
}
