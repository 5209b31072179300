package dev.aludel.operation;

import dev.aludel.model.PerDialect;
import java.time.ZoneId;
import java.util.Optional;

/** How the values of a column become values of another type. */
public sealed interface Conversion permits Conversion.EpochMillis, Conversion.Expression {

    /** The conversion of the way back. */
    Conversion inverse();

    /**
     * Between a date and time without zone, read as local to {@code zone}, and whole milliseconds since
     * 1970-01-01T00:00:00Z; the column's types before and after say in which direction. Milliseconds are floored, also
     * before 1970. It is its own inverse.
     */
    record EpochMillis(ZoneId zone) implements Conversion {
        @Override
        public Conversion inverse() {
            return this;
        }
    }

    /**
     * By SQL of the database's own.
     *
     * @param sql the expression for each dialect; the column stands in it under its old name
     * @param back the expression of the way back, in which the column stands under its new name
     */
    record Expression(PerDialect<String> sql, Optional<PerDialect<String>> back) implements Conversion {
        @Override
        public Conversion inverse() {
            return new Expression(
                    back.orElseThrow(
                            () -> new IrreversibleOperationException(
                                    "a conversion by expression cannot be undone, because the expression of the way back isn't known: give it as the conversion's second argument, or give the revision a downgrade")),
                    Optional.of(sql));
        }
    }

    /** Between a date and time in {@code zone} and milliseconds since 1970-01-01T00:00:00Z. */
    static Conversion epochMillis(ZoneId zone) {
        return new EpochMillis(zone);
    }

    /** By one SQL expression that every database understands, with that of the way back. */
    static Conversion expression(String sql, String back) {
        return new Expression(PerDialect.everywhere(sql), Optional.of(PerDialect.everywhere(back)));
    }

    /** By an SQL expression for each dialect, without a way back. */
    static Conversion expression(PerDialect<String> sql) {
        return new Expression(sql, Optional.empty());
    }
}
