package dev.aludel.dialect.postgres;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.sql.Sql;
import java.util.Map;

/** The database's clock as each type stores it: types without a zone hold UTC, whatever the session's zone is. */
final class ClockReading {

    private static final Map<ColumnType, String> BY_TYPE = Map.of(
            Simple.TIMESTAMP_WITH_ZONE, "now()",
            Simple.DATETIME, "(now() AT TIME ZONE 'UTC')",
            Simple.DATE, "(now() AT TIME ZONE 'UTC')::date",
            Simple.TIME, "(now() AT TIME ZONE 'UTC')::time");

    private ClockReading() {}

    static Sql of(Column column) {
        String reading = column.type() instanceof ColumnType.Native ? "now()" : BY_TYPE.get(column.type());
        if (reading == null) {
            throw new UnsupportedOnDialectException(
                    "column \"%s\" of type %s cannot take the database's clock: give it a date and time type, or an expression"
                            .formatted(column.name(), PostgresTypes.spelling(column.type())));
        }
        return Sql.raw(reading);
    }
}
