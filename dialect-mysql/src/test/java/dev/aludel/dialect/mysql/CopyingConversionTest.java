package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.Value.runTimeMillis;
import static dev.aludel.operation.Conversion.epochMillis;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dsl.Schema;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.history.History;
import dev.aludel.model.SchemaModel;
import dev.aludel.sql.Action;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Statement;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import dev.aludel.testing.contract.DyingRun;
import dev.aludel.testing.contract.LambdaHistory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Big tables are converted by a copy under LOCK TABLES, all others by an UPDATE; both come to the same. */
class CopyingConversionTest {

    private static final int MANY = CopyConditions.WORTHWHILE_ROWS;
    private static final int FEW = CopyConditions.WORTHWHILE_ROWS - 1;
    private static final History HISTORY = new LambdaHistory()
            .then("tables", CopyingConversionTest::tables)
            .then("epoch", CopyingConversionTest::toMillis);
    private static final String DIGITS =
            "(SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)";
    private static final String ROWS = "SELECT id, parent, created_time, seen_time FROM messages ORDER BY id LIMIT 500";

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_copy_and_an_update_come_to_the_same_there_and_back(TestDatabase database) throws SQLException {
        try (TestDatabase small = TestDatabases.create(database.kind());
                Connection copied = database.connect();
                Connection updated = small.connect()) {
            SchemaModel before = filled(copied, MANY);
            filled(updated, FEW);

            assertThat(isCopied(copied, before, CopyingConversionTest::toMillis))
                    .isTrue();
            assertThat(isCopied(updated, before, CopyingConversionTest::toMillis))
                    .isFalse();
            SchemaModel after = change(copied, before, CopyingConversionTest::toMillis);
            change(updated, before, CopyingConversionTest::toMillis);
            assertThat(shape(copied)).isEqualTo(shape(updated));
            assertThat(TestRun.rows(copied, ROWS)).isEqualTo(TestRun.rows(updated, ROWS));
            assertThat(foreignKeyChecks(copied)).isEqualTo("1");

            assertThat(isCopied(copied, after, CopyingConversionTest::toDates)).isTrue();
            change(copied, after, CopyingConversionTest::toDates);
            change(updated, after, CopyingConversionTest::toDates);
            assertThat(shape(copied)).isEqualTo(shape(updated));
            assertThat(TestRun.rows(copied, "SELECT * FROM messages ORDER BY id LIMIT 500"))
                    .isEqualTo(TestRun.rows(updated, "SELECT * FROM messages ORDER BY id LIMIT 500"));
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_run_that_dies_after_any_statement_of_it_is_brought_to_an_end_by_the_same_call(TestDatabase database)
            throws SQLException {
        try (TestDatabase undisturbed = TestDatabases.create(database.kind());
                Connection expected = undisturbed.connect()) {
            fill(undisturbed);
            migrator(undisturbed).upgrade("head");
            for (String action : List.of(
                    "set up the session",
                    "keep others from",
                    "with its values",
                    "drop column",
                    "add index",
                    "let others at",
                    "set the session back")) {
                try (TestDatabase dying = TestDatabases.create(database.kind())) {
                    fill(dying);
                    dies(dying, action);
                    int applied = migrator(dying).upgrade("head").revisions().size();

                    assertThat(applied).as(action).isEqualTo(1);
                    try (Connection connection = dying.connect()) {
                        assertThat(shape(connection)).as(action).isEqualTo(shape(expected));
                        assertThat(TestRun.rows(connection, "SELECT COUNT(*), SUM(seen_time) FROM messages"))
                                .as(action)
                                .isEqualTo(TestRun.rows(expected, "SELECT COUNT(*), SUM(seen_time) FROM messages"));
                    }
                    assertThat(migrator(dying).interruption()).isEmpty();
                }
            }
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_row_that_lost_its_parent_while_a_dead_run_had_left_the_key_off_is_found(TestDatabase database)
            throws SQLException {
        fill(database);
        dies(database, "drop column");
        database.execute("INSERT INTO messages (id, parent, created_time) VALUES (99999, 77, 5)");

        assertThatThrownBy(() -> migrator(database).upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContainingAll("refer to rows of \"parents\" that are not there", "99999", "77");
        database.execute("DELETE FROM messages WHERE id = 99999");
        migrator(database).upgrade("head");

        assertThat(database.query("SELECT id FROM messages WHERE created_time IS NOT NULL"))
                .hasSize(MANY);
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_date_that_was_changed_after_a_dead_run_had_converted_it_is_found(TestDatabase database) throws SQLException {
        fill(database);
        dies(database, "with its values");
        database.execute("UPDATE messages SET seen_at = '2030-01-01' WHERE id = 3");

        assertThatThrownBy(() -> migrator(database).upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("were written while their values were converted");
        database.execute("UPDATE messages SET seen_time = 1893456000000 WHERE id = 3");
        migrator(database).upgrade("head");

        assertThat(database.query("SELECT id FROM messages WHERE seen_time = 1893456000000"))
                .hasSize(1);
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void what_the_server_refuses_leaves_nobody_locked_out_and_goes_on_later(TestDatabase database) throws SQLException {
        fill(database);
        dies(database, "drop column");
        database.execute("ALTER TABLE messages ADD INDEX ix_messages_created_time (note)");

        try (Connection connection = database.connect()) {
            Migrator migrator = Migrator.on(keepingOpen(connection))
                    .history(HISTORY)
                    .dialect(new MysqlDialect())
                    .build();
            assertThatThrownBy(() -> migrator.upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContainingAll("ix_messages_created_time", "goes on with what is left");
            assertThat(foreignKeyChecks(connection)).isEqualTo("1");
            database.execute("ALTER TABLE messages DROP INDEX ix_messages_created_time");
        }
        migrator(database).upgrade("head");

        assertThat(migrator(database).interruption()).isEmpty();
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void without_the_right_to_lock_tables_an_update_moves_the_values(TestDatabase database) throws SQLException {
        SchemaModel before;
        try (Connection connection = database.connect()) {
            before = filled(connection, MANY);
        }
        String user = "u" + Integer.toHexString(database.name().hashCode());
        database.execute(
                "CREATE USER '%s'@'%%' IDENTIFIED BY 'p'".formatted(user),
                "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES ON `%s`.* TO '%s'@'%%'"
                        .formatted(database.name(), user));
        try (Connection poor = DriverManager.getConnection(database.url(), user, "p")) {
            assertThat(isCopied(poor, before, CopyingConversionTest::toMillis)).isFalse();
            change(poor, before, CopyingConversionTest::toMillis);
            assertThat(TestRun.rows(poor, "SELECT COUNT(*) FROM messages WHERE created_time > 0")
                            .get(0)
                            .get(0))
                    .isNotEqualTo("0");
        } finally {
            database.execute("DROP USER '%s'@'%%'".formatted(user));
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void what_could_not_be_made_again_as_it_was_makes_it_an_update(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel before = filled(connection, MANY);
            TestRun.execute(connection, "CREATE INDEX ix_words ON messages (note) COMMENT 'for the report'");
            assertThat(isCopied(connection, before, CopyingConversionTest::toMillis))
                    .isFalse();

            TestRun.execute(connection, "DROP INDEX ix_words ON messages");
            assertThat(isCopied(connection, before, CopyingConversionTest::toMillis))
                    .isTrue();
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void its_statements_say_that_nobody_reads_or_writes_meanwhile(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel before = filled(connection, MANY);

            assertThat(actions(connection, before, CopyingConversionTest::toMillis))
                    .filteredOn(action -> action.summary().startsWith("alter table"))
                    .hasSize(3)
                    .allSatisfy(action -> assertThat(((Statement) action).lock().level())
                            .isEqualTo(LockImpact.Level.READS_AND_WRITES));
        }
    }

    private static void fill(TestDatabase database) throws SQLException {
        migrator(database).upgrade("tables");
        try (Connection connection = database.connect()) {
            insert(connection, MANY);
        }
    }

    private static void dies(TestDatabase database, String after) {
        DyingRun dying = new DyingRun(database, after);
        assertThatThrownBy(() -> Migrator.on(dying.dataSource())
                        .history(HISTORY)
                        .dialect(new MysqlDialect())
                        .listener(dying)
                        .build()
                        .upgrade("head"))
                .isInstanceOf(RevisionFailedException.class);
    }

    /** What a run leaves behind on a connection that goes back to its pool. */
    private static DataSource keepingOpen(Connection connection) {
        ClassLoader loader = CopyingConversionTest.class.getClassLoader();
        Object open = Proxy.newProxyInstance(
                loader,
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : invoke(connection, method, arguments));
        return (DataSource)
                Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> open);
    }

    private static Object invoke(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getCause() == null ? wrapped : wrapped.getCause();
        }
    }

    private static Migrator migrator(TestDatabase database) {
        return Migrator.on(database.dataSource())
                .history(HISTORY)
                .dialect(new MysqlDialect())
                .build();
    }

    private static boolean isCopied(Connection connection, SchemaModel before, Consumer<Schema> author)
            throws SQLException {
        return actions(connection, before, author).stream()
                .anyMatch(action -> action.summary().startsWith("keep others from"));
    }

    private static List<Action> actions(Connection connection, SchemaModel before, Consumer<Schema> author)
            throws SQLException {
        TestRun run = TestRun.of(connection, before, author);
        CompiledStep step = run.compiled().steps().get(0);
        return run.compiler().refine(step, connection).actions();
    }

    private static SchemaModel change(Connection connection, SchemaModel before, Consumer<Schema> author)
            throws SQLException {
        return TestRun.of(connection, before, author).on(connection);
    }

    private static void toMillis(Schema schema) {
        schema.dropIndex("ix_messages_created_at", "messages");
        schema.alterTable("messages", t -> {
            t.column("created_at")
                    .renameTo("created_time")
                    .type(bigInteger())
                    .using(epochMillis(UTC))
                    .fillNull(runTimeMillis())
                    .notNull();
            t.column("seen_at").renameTo("seen_time").type(bigInteger()).using(epochMillis(UTC));
        });
        schema.createIndex("ix_messages_created_time", "messages", "created_time");
    }

    private static void toDates(Schema schema) {
        schema.dropIndex("ix_messages_created_time", "messages");
        schema.alterTable("messages", t -> {
            t.column("created_time")
                    .renameTo("created_at")
                    .type(datetime())
                    .using(epochMillis(UTC))
                    .nullable();
            t.column("seen_time").renameTo("seen_at").type(datetime()).using(epochMillis(UTC));
        });
        schema.createIndex("ix_messages_created_at", "messages", "created_at");
    }

    private static SchemaModel filled(Connection connection, int rows) throws SQLException {
        SchemaModel schema = change(connection, SchemaModel.empty(), CopyingConversionTest::tables);
        insert(connection, rows);
        return schema;
    }

    private static void insert(Connection connection, int rows) throws SQLException {
        TestRun.execute(
                connection,
                "INSERT INTO parents (id) VALUES (1), (2), (3)",
                "INSERT INTO messages (id, parent, code, created_at, seen_at) SELECT n, 1 + n % 3, CONCAT('c', n), IF(n % 7 = 0, NULL, TIMESTAMP'1969-12-25 00:00:00.000999' + INTERVAL n * 61 SECOND), IF(n % 5 = 0, NULL, TIMESTAMP'2024-02-28 23:00:00.5' + INTERVAL n SECOND)"
                        + " FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n FROM %s a, %s b, %s c, %s e, %s f) numbers WHERE n BETWEEN 1 AND %d"
                                .formatted(DIGITS, DIGITS, DIGITS, DIGITS, DIGITS, rows));
    }

    private static void tables(Schema schema) {
        schema.createTable("parents", t -> t.column("id", integer()).primaryKey());
        schema.createTable("messages", t -> {
            t.column("id", integer()).primaryKey();
            t.column("parent", integer()).notNull().references("parents", "id");
            t.column("code", string(20)).unique();
            t.column("created_at", datetime());
            t.column("seen_at", datetime()).comment("when it was seen");
            t.column("note", string(20));
        });
        schema.createIndex("ix_messages_created_at", "messages", "created_at");
        schema.createIndex("ix_messages_seen", "messages", "note", "seen_at");
        schema.createIndex("ix_messages_note", "messages", "note");
    }

    private static String foreignKeyChecks(Connection connection) throws SQLException {
        return TestRun.rows(connection, "SELECT @@SESSION.foreign_key_checks")
                .get(0)
                .get(0);
    }

    /** The definition, in which the order of indexes says nothing. */
    private static List<String> shape(Connection connection) throws SQLException {
        return TestRun.rows(connection, "SHOW CREATE TABLE messages")
                .get(0)
                .get(1)
                .lines()
                .map(line -> line.replaceAll(",$", ""))
                .sorted()
                .toList();
    }
}
