package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.operation.Conversion.epochMillis;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dsl.Schema;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Value;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.SessionSetting;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.provision.ProgramResult;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Scripts as the databases' own clients run them. */
class MysqlScriptTest {

    private final MysqlScript syntax = new MysqlScript(new MysqlSyntax());

    private static void events(Schema schema) {
        schema.createTable("events", t -> {
            t.column("id", integer()).primaryKey();
            t.column("at", datetime());
            t.column("name", string(20));
        });
    }

    private static void convert(Schema schema) {
        schema.alterTable("events", t -> {
            t.column("at")
                    .type(bigInteger())
                    .using(epochMillis(UTC))
                    .fillNull(Value.runTimeMillis())
                    .notNull();
            t.column("name").fillNull(Value.of("Größe \\ it's \ud83d\ude80\n;")).notNull();
        });
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_check_that_finds_something_stops_it_in_its_own_words(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE events (id INT PRIMARY KEY, at DATETIME(6), name VARCHAR(20))",
                "INSERT INTO events VALUES (1, '2025-01-02 03:04:05', 'one'), (2, '0000-12-31 00:00:00', 'two')");

        ProgramResult result = database.nativeClient(script(database, MysqlScriptTest::convert));

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.stderr())
                .contains(
                        "can't be set to the value of '1 rows: column \"at\" of table \"events\" holds values that are no date-time of the years 0001 to 9999'");
        assertThat(database.query("SELECT * FROM events").get(0)).containsOnlyKeys("id", "at", "name");
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_run_has_one_time_and_leaves_the_session_as_it_was(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE events (id INT PRIMARY KEY, at DATETIME(6), name VARCHAR(20)) CHARACTER SET utf8mb4",
                "INSERT INTO events VALUES (1, '1969-12-31 23:59:59.9999', 'one'), (2, NULL, NULL), (3, NULL, 'three')");
        long before = System.currentTimeMillis();

        ProgramResult result = database.nativeClient("SET SESSION sql_mode = 'ANSI_QUOTES', time_zone = '-05:00';\n"
                + script(database, MysqlScriptTest::convert)
                + "SELECT CONCAT('mode=', @@SESSION.sql_mode, ', completion=', @@SESSION.completion_type);\n");

        assertThat(result.exitCode()).as(result.stderr()).isZero();
        assertThat(result.stdout()).contains("mode=ANSI_QUOTES, completion=NO_CHAIN");
        assertThat(database.query("SELECT at, name FROM events ORDER BY id").stream()
                        .map(row -> row.get("name"))
                        .toList())
                .isEqualTo(List.of("one", "Größe \\ it's \ud83d\ude80\n;", "three"));
        List<Long> times = database.query("SELECT at FROM events ORDER BY id").stream()
                .map(row -> Long.valueOf(String.valueOf(row.get("at"))))
                .toList();
        assertThat(times.get(0)).isEqualTo(-1);
        assertThat(times.get(1)).isEqualTo(times.get(2)).isBetween(before - 5000, System.currentTimeMillis() + 5000);
    }

    private String script(TestDatabase database, Consumer<Schema> author) {
        SchemaModel before =
                TestRun.of(SchemaModel.empty(), MysqlScriptTest::events).after();
        CompileContext context =
                CompileContext.offline(database.kind() == DatabaseKind.MARIADB ? TestRun.MARIADB_10 : TestRun.MYSQL_8);
        TestRun run = TestRun.of(before, context, Schema.record(author));
        List<Sql> statements = new ArrayList<>(syntax.declareRunTime());
        List<SessionSetting> settings = run.compiled().settings();
        settings.forEach(setting -> statements.add(setting.assignment(setting.value())));
        run.actions().forEach(action -> statements.addAll(statements(action)));
        settings.forEach(setting -> statements.add(setting.restoreOffline()));
        return String.join("\n", syntax.preamble())
                + statements.stream().map(sql -> "\n" + sql + ";").collect(Collectors.joining())
                + "\n";
    }

    private List<Sql> statements(Action action) {
        return action instanceof Check check ? syntax.guard(check) : List.of(((Statement) action).sql());
    }
}
