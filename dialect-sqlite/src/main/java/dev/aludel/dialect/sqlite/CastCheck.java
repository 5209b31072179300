package dev.aludel.dialect.sqlite;

import dev.aludel.sql.Sql;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which values a change of type would not carry over for certain, where no conversion is given: SQLite then applies the new
 * column's affinity, which changes {@code '007'} to 7 and keeps {@code 'seven'} in an integer column.
 *
 * <p>Comparing a text with its own numeric cast is true for exactly those texts that are numbers: the comparison applies
 * numeric affinity, which the cast of a mere prefix doesn't pass.
 */
final class CastCheck {

    private static final Map<Affinity, String> LOSSY = new EnumMap<>(Map.of(
            Affinity.INTEGER,
            """
            CASE typeof({v})
                WHEN 'text' THEN CAST(CAST({v} AS INTEGER) AS TEXT) <> {v}
                WHEN 'real' THEN CAST({v} AS INTEGER) <> {v}
                WHEN 'blob' THEN 1
              END""",
            Affinity.REAL,
            """
            CASE typeof({v})
                WHEN 'text' THEN CAST({v} AS NUMERIC) <> {v} OR length({v}) > 15
                WHEN 'integer' THEN CAST(CAST({v} AS REAL) AS INTEGER) <> {v}
                WHEN 'blob' THEN 1
              END""",
            Affinity.NUMERIC,
            "typeof({v}) = 'text' AND CAST({v} AS NUMERIC) = {v} AND CAST(CAST({v} AS NUMERIC) AS TEXT) <> {v}",
            Affinity.TEXT,
            "typeof({v}) = 'real' AND CAST(CAST({v} AS TEXT) AS REAL) <> {v}"));

    private CastCheck() {}

    /** True for a value that would not arrive as it is; empty where every value does. */
    static Optional<Sql> lossy(String declaredBefore, String declaredAfter, Sql value) {
        Affinity after = Affinity.of(declaredAfter);
        String condition = LOSSY.get(after);
        return Affinity.of(declaredBefore) == after || condition == null
                ? Optional.empty()
                : Optional.of(Sql.raw(condition.replace("{v}", value.text())));
    }
}
