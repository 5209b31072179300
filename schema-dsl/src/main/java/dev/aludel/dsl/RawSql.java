package dev.aludel.dsl;

import dev.aludel.model.DialectId;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.PerDialect;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.Operation;
import dev.aludel.operation.Reversal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** SQL in the databases' own words. */
public final class RawSql implements Supplier<Operation> {

    private final Map<DialectId, List<String>> byDialect = new TreeMap<>();
    private final NamingConvention naming;
    private Optional<List<String>> otherwise;
    private List<Operation> effect = List.of();
    private Reversal reversal = Reversal.unknown();

    private RawSql(Optional<List<String>> otherwise, NamingConvention naming) {
        this.naming = naming;
        this.otherwise = otherwise;
    }

    static RawSql everywhere(List<String> statements, NamingConvention naming) {
        return new RawSql(Optional.of(statements), naming);
    }

    static RawSql perDialect(NamingConvention naming) {
        return new RawSql(Optional.empty(), naming);
    }

    /** Says what runs on these dialects. */
    public On on(DialectId... dialects) {
        return new On(this, List.of(dialects));
    }

    /** What runs on all dialects that aren't named, one statement an argument. */
    public RawSql otherwise(String... statements) {
        otherwise = Optional.of(List.of(statements));
        return this;
    }

    /** Declares what the SQL does to the schema: recorded for the model, and never run. */
    public RawSql effect(Consumer<Schema> declaration) {
        effect = Schema.record(naming, declaration);
        return this;
    }

    /** What undoes it. */
    public RawSql reversedBy(Consumer<Schema> undoing) {
        reversal = Reversal.by(Schema.record(naming, undoing));
        return this;
    }

    /** Says that a downgrade has nothing to undo here. */
    public RawSql reversedByNothing() {
        reversal = Reversal.by(List.of());
        return this;
    }

    @Override
    public Operation get() {
        return new ExecuteSql(new PerDialect<>(byDialect, otherwise), effect, reversal);
    }

    /** Some dialects, waiting for what runs on them. */
    public static final class On {

        private final RawSql sql;
        private final List<DialectId> dialects;

        private On(RawSql sql, List<DialectId> dialects) {
            this.sql = sql;
            this.dialects = dialects;
        }

        /** Runs these statements there; an argument may hold several, each ended by a semicolon. */
        public RawSql execute(String... statements) {
            dialects.forEach(dialect -> sql.byDialect.put(dialect, List.of(statements)));
            return sql;
        }

        /** Runs the SQL of a file on the class path there, as {@link Schema#executeResource}. */
        public RawSql executeResource(Class<?> owner, String file) {
            return execute(SqlResource.read(owner, file));
        }

        /**
         * Runs nothing there.
         *
         * @param reason why, for whoever reads the revision
         */
        public RawSql nothing(String reason) {
            return execute();
        }
    }
}
