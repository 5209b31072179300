package dev.aludel.dialect.postgres;

import dev.aludel.model.Value;
import dev.aludel.sql.Check;
import dev.aludel.sql.Effort;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Counts a table's rows, and the values of its converted columns, before and after PostgreSQL writes the table anew. The
 * numbers are kept in a setting that lasts as long as the transaction; nobody can write in between, because the table is
 * shut first.
 */
final class ConversionCount {

    private static final Sql SETTING = Sql.raw("current_setting('aludel.counts')");

    private final PostgresCompiler compiler;
    private final String table;
    private final Map<String, Values> columns = new LinkedHashMap<>();

    ConversionCount(PostgresCompiler compiler, String table) {
        this.compiler = compiler;
        this.table = table;
    }

    /** How many rows have a value in a column afterwards. */
    enum Values {
        /** As many as before. */
        SAME,

        /** As many as before, or more. */
        SAME_OR_MORE,

        /** All of them. */
        ALL
    }

    void add(String column, Values values) {
        columns.put(column, values);
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    /** Shuts the table, as the ALTER TABLE after it would, and keeps the numbers that there must be afterwards. */
    List<Statement> before() {
        Sql body = compiler.template(
                "BEGIN\n    PERFORM set_config('aludel.counts', $S, true)\n    FROM $N;\nEND",
                counts(this::expected),
                table);
        return List.of(
                Statement.of(
                                compiler.template("LOCK TABLE $N IN ACCESS EXCLUSIVE MODE", table),
                                "shut table \"%s\"".formatted(table),
                                new TableLock().exclusive().impact())
                        .taking(Effort.DECLARATION),
                Statement.of(
                                DoBlock.of(compiler.sqlSyntax(), body),
                                "count the rows and values of table \"%s\"".formatted(table),
                                LockImpact.none())
                        .taking(Effort.OWN_ROWS));
    }

    /** Compares. */
    Check after() {
        Sql query = compiler.template(
                "SELECT 1 AS $N, $S AS \"rows and values before\", $S AS \"rows and values now\"\nFROM $N\nHAVING $S <> $S",
                Check.COUNT_LABEL,
                SETTING,
                counts(this::found),
                table,
                counts(this::found),
                SETTING);
        return new Check(
                table,
                query,
                "check that table \"%s\" has every row and value".formatted(table),
                new Check.Failure(
                        "table \"%s\" does not have every row, and every value of its converted columns, that it had"
                                .formatted(table),
                        "Look for what turns values of these columns into NULL, such as a function that converts them."),
                false);
    }

    /** All rows, then the values of each column, as one text. */
    private Sql counts(BiFunction<String, Integer, Sql> column) {
        List<Sql> counts = new ArrayList<>(List.of(Sql.raw("count(*)")));
        columns.keySet().forEach(name -> counts.add(column.apply(name, counts.size() + 1)));
        return compiler.template("concat_ws(' ', $S)", counts);
    }

    private Sql expected(String column, int position) {
        return columns.get(column) == Values.ALL ? Sql.raw("count(*)") : compiler.template("count($N)", column);
    }

    private Sql found(String column, int position) {
        Sql values = compiler.template("count($N)", column);
        return columns.get(column) == Values.SAME_OR_MORE
                ? compiler.template("least($S, split_part($S, ' ', $V)::bigint)", values, SETTING, Value.of(position))
                : values;
    }
}
