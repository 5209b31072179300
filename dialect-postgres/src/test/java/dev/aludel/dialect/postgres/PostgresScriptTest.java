package dev.aludel.dialect.postgres;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.operation.Conversion.epochMillis;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.ScriptSyntax;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Value;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.provision.ProgramResult;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresScriptTest {

    private static final ScriptSyntax SYNTAX = new PostgresDialect().script();

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void psql_runs_it_and_all_rows_get_one_time(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE t (id integer PRIMARY KEY, a timestamp, b timestamp)",
                "INSERT INTO t VALUES (1, NULL, '2025-01-02 03:04:05.678'), (2, NULL, NULL)");
        long start = System.currentTimeMillis();

        ProgramResult result = database.withTimeZone("Asia/Kolkata").nativeClient(script(toEpoch()));

        assertThat(result.stderr()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(database.query(
                                "SELECT count(DISTINCT t) FROM (SELECT a FROM t UNION ALL SELECT b FROM t WHERE id = 2) AS times (t)")
                        .toString())
                .isEqualTo("[{count=1}]");
        assertThat(database.query("SELECT b FROM t WHERE id = 1").toString()).isEqualTo("[{b=1735787045678}]");
        assertThat(database.query("SELECT a FROM t WHERE id = 1").get(0).get("a"))
                .isInstanceOfSatisfying(Long.class, time -> assertThat(time)
                        .isBetween(start - 60_000, System.currentTimeMillis() + 60_000));
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_guard_stops_it_with_the_checks_words_and_nothing_is_changed(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE t (id integer PRIMARY KEY, a timestamp, b timestamp)",
                "INSERT INTO t VALUES (1, NULL, NULL), (2, 'infinity', NULL), (3, '-infinity', NULL)");

        ProgramResult result = database.nativeClient(script(toEpoch()));

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.stderr())
                .contains("column \"a\" of table \"t\" holds infinity, which is no point in time: 2 rows")
                .contains("DETAIL:  For example: {\"a\": \"infinity\", \"id\": 2}, {\"a\": \"-infinity\", \"id\": 3}")
                .contains("HINT:  Give those rows a value that can be converted, or NULL");
        assertThat(database.query("SELECT pg_typeof(a)::text AS type FROM t LIMIT 1")
                        .toString())
                .isEqualTo("[{type=timestamp without time zone}]");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_guard_is_not_confused_by_columns_that_are_called_like_its_own_words(TestDatabase database)
            throws SQLException {
        database.execute(
                "CREATE TABLE t (total integer PRIMARY KEY, samples integer, sample integer)",
                "INSERT INTO t VALUES (1, NULL, 3)");
        SchemaModel schema = TestRun.of(
                        SchemaModel.empty(),
                        s -> s.createTable("t", t -> {
                            t.column("total", integer()).primaryKey();
                            t.column("samples", integer());
                            t.column("sample", integer());
                        }))
                .after();

        ProgramResult result = database.nativeClient(script(TestRun.offline(
                schema,
                s -> s.alterTable("t", t -> {
                    t.column("sample").notNull();
                    t.column("samples").notNull();
                }))));

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.stderr())
                .contains("column \"samples\" of table \"t\" is to be NOT NULL, and holds NULL: 1 row");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void it_stops_at_the_first_error(TestDatabase database) throws SQLException {
        ProgramResult result = database.nativeClient(String.join("\n", SYNTAX.preamble())
                + "\nBEGIN;\nCREATE TABLE t (n integer);\nSELECT nonsense;\nCOMMIT;\nCREATE TABLE u (n integer);\n");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(database.query("SELECT relname FROM pg_class WHERE relname IN ('t', 'u')"))
                .isEmpty();
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void literals_come_through_psql_unchanged(TestDatabase database) throws SQLException {
        String tricky = "it's \\ \\n $$ $1 :x :'x' ? {d} -- /* \" \n ; 🚀 é \\q";
        TestRun run = TestRun.offline(
                SchemaModel.empty(),
                s -> s.createTable("t", t -> {
                    t.column("id", integer()).primaryKey();
                    t.column("words", text()).defaultTo(tricky);
                }));

        ProgramResult result =
                database.nativeClient("\\set x oops\n" + script(run) + "INSERT INTO t (id) VALUES (1);\n");

        assertThat(result.stderr()).isEmpty();
        assertThat(database.query("SELECT words FROM t").get(0).get("words")).isEqualTo(tricky);
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_guard_is_quoted_whatever_its_words_hold(TestDatabase database) throws SQLException {
        Check check = new Check(
                "t",
                Sql.raw("SELECT 1 AS \"offending rows\", '$aludel$' AS sample"),
                "look",
                new Check.Failure("it's $aludel$ and $aludel1$ \\", "Nothing: '$$'."),
                true);

        ProgramResult result =
                database.nativeClient(String.join("\n", SYNTAX.preamble()) + "\n" + joined(SYNTAX.guard(check)));

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.stderr())
                .contains("it's $aludel$ and $aludel1$ \\: 1 row")
                .contains("HINT:  Nothing: '$$'.");
    }

    @Test
    void a_revision_is_a_transaction() {
        assertThat(SYNTAX.begin()).containsExactly(Sql.raw("BEGIN"));
        assertThat(SYNTAX.commit()).containsExactly(Sql.raw("COMMIT"));
    }

    private static TestRun toEpoch() {
        SchemaModel schema = TestRun.of(
                        SchemaModel.empty(),
                        s -> s.createTable("t", t -> {
                            t.column("id", integer()).primaryKey();
                            t.column("a", datetime());
                            t.column("b", datetime());
                        }))
                .after();
        return TestRun.offline(
                schema,
                s -> s.alterTable("t", t -> {
                    t.column("a").type(bigInteger()).using(epochMillis(UTC)).fillNull(Value.runTimeMillis());
                    t.column("b").type(bigInteger()).using(epochMillis(UTC)).fillNull(Value.runTimeMillis());
                }));
    }

    private static String script(TestRun run) {
        List<Sql> statements = new ArrayList<>(SYNTAX.declareRunTime());
        statements.addAll(SYNTAX.begin());
        for (Action action : run.actions()) {
            if (action instanceof Check check) {
                statements.addAll(SYNTAX.guard(check));
            } else {
                statements.add(((Statement) action).sql());
            }
        }
        statements.addAll(SYNTAX.commit());
        return String.join("\n", SYNTAX.preamble()) + "\n" + joined(statements);
    }

    private static String joined(List<Sql> statements) {
        StringBuilder text = new StringBuilder();
        statements.forEach(statement -> text.append(statement).append(";\n"));
        return text.toString();
    }
}
