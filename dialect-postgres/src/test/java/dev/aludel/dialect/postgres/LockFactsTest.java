package dev.aludel.dialect.postgres;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.decimal;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import dev.aludel.model.ColumnType;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Value;
import dev.aludel.sql.LockImpact.Level;
import dev.aludel.sql.Statement;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the plan says that a statement locks and copies is what the server locks and copies. */
class LockFactsTest {

    /** The locks that keep somebody waiting who reads or writes, by the table's name before the statement. */
    private static final String LOCKS =
            """
            SELECT l.mode, l.relation::bigint FROM pg_locks AS l
            WHERE l.pid = pg_backend_pid() AND l.relation IS NOT NULL AND l.mode NOT IN ('AccessShareLock', 'RowShareLock')
            """;

    private static final String TABLES =
            "SELECT relname, oid::bigint FROM pg_class WHERE relname IN ('accounts', 'tasks', 'ix_tasks_name')";

    /** Another number after a statement that copied the rows. */
    private static final String FILES =
            "SELECT pg_relation_filenode(to_regclass('tasks')), pg_relation_filenode(to_regclass('accounts'))";

    /** {@code MODE on "table"}, or {@code MODE} for the statement's own. */
    private static final Pattern PART = Pattern.compile("([A-Z ]+?)(?: on \"(.+)\"| on the index)?");

    private static final Map<String, Level> LEVELS = Map.of(
            "SHARE UPDATE EXCLUSIVE", Level.NONE,
            "ROW EXCLUSIVE", Level.WRITES,
            "SHARE", Level.WRITES,
            "SHARE ROW EXCLUSIVE", Level.WRITES,
            "ACCESS EXCLUSIVE", Level.READS_AND_WRITES);

    private static void twoTables(Schema schema) {
        schema.createTable("accounts", t -> t.column("id", integer()).primaryKey());
        schema.createTable("tasks", t -> {
            t.column("id", integer()).primaryKey();
            t.column("name", string(50));
            t.column("price", decimal(10, 2));
            t.column("account_id", integer()).references("accounts", "id");
            t.column("at", ColumnType.datetime());
            t.index("ix_tasks_name", "name");
        });
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void metadata_changes_shut_the_table_for_a_moment(TestDatabase database) throws SQLException {
        assertFacts(database, t -> t.addColumn("note", text()));
        assertFacts(database, t -> t.addColumn("state", integer()).notNull().fill(Value.of(1)));
        assertFacts(database, t -> t.dropColumn("price"));
        assertFacts(database, t -> t.column("name").renameTo("title"));
        assertFacts(database, t -> t.column("price").defaultTo(1));
        assertFacts(database, t -> t.column("name").fillNull(Value.of("")).notNull());
        assertFacts(database, t -> t.addCheck("tasks_price_check", "price > 0"));
        assertFacts(database, t -> t.addUnique("name"));
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_change_of_type_rewrites_the_table_unless_the_bytes_are_the_same(TestDatabase database) throws SQLException {
        assertFacts(database, t -> t.column("account_id").type(bigInteger()));
        assertFacts(database, t -> t.column("at").type(timestampWithZone()));
        assertFacts(database, t -> t.column("name").type(string(20)));
        assertFacts(database, t -> t.column("price").type(decimal(12, 4)));

        assertFacts(database, t -> t.column("name").type(text()));
        assertFacts(database, t -> t.column("name").type(string(60)));
        assertFacts(database, t -> t.column("name").type(string()));
        assertFacts(database, t -> t.column("price").type(decimal(12, 2)));
        assertFacts(database, t -> t.column("name").type(text()).fillNull(Value.of("")));
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_foreign_key_locks_both_tables(TestDatabase database) throws SQLException {
        assertFacts(database, t -> t.addForeignKey("id").references("accounts", "id"));
        assertFacts(database, t -> t.dropForeignKey("account_id"));
        assertFacts(database, t -> {
            t.dropForeignKey("account_id");
            t.addForeignKey("id").references("accounts", "id");
        });
        assertFactsOf(database, s -> s.dropTable("tasks"));
        assertFactsOf(
                database,
                s -> s.createTable(
                        "notes", t -> t.column("account_id", integer()).references("accounts", "id")));
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_change_of_type_shuts_the_tables_that_foreign_keys_link(TestDatabase database) throws SQLException {
        assertFacts(database, t -> t.column("account_id").type(bigInteger()));
        assertFactsOf(
                database, s -> s.alterTable("accounts", t -> t.column("id").type(bigInteger())));
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void indexes_lock_writers_or_all_or_nobody(TestDatabase database) throws SQLException {
        assertFactsOf(database, s -> s.createIndex("ix_tasks_price", "tasks", "price"));
        assertFactsOf(database, s -> s.dropIndex("ix_tasks_name", "tasks"));
        assertFactsOf(database, s -> s.renameIndex("ix_tasks_name", "tasks").to("ix_tasks_title"));
        assertFactsOf(database, s -> s.renameTable("tasks", "jobs"));
        assertFactsOf(database, s -> s.update("tasks").set("name", "x"));
    }

    private static void assertFacts(TestDatabase database, Consumer<TableAlteration> changes) throws SQLException {
        assertFactsOf(database, s -> s.alterTable("tasks", changes));
    }

    private static void assertFactsOf(TestDatabase database, Consumer<Schema> changes) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            SchemaModel schema =
                    TestRun.of(SchemaModel.empty(), LockFactsTest::twoTables).on(connection);
            TestRun.execute(connection, "INSERT INTO accounts VALUES (1)");
            TestRun.execute(connection, "INSERT INTO tasks VALUES (1, 'one', 1.5, 1, now())");
            connection.commit();
            for (Statement statement : TestRun.of(schema, changes).statements()) {
                assertFacts(connection, statement);
            }
        }
        database.execute("DROP TABLE IF EXISTS notes, tasks, jobs, accounts");
    }

    private static void assertFacts(Connection connection, Statement statement) throws SQLException {
        Map<String, String> names = new HashMap<>();
        TestRun.rows(connection, TABLES).forEach(row -> names.put(row.get(1), row.get(0)));
        List<List<String>> file = TestRun.rows(connection, FILES);
        connection.commit();

        TestRun.execute(connection, statement.sql().text());

        String own = own(statement);
        Set<String> watched = new TreeSet<>(List.of("accounts", "tasks", own));
        assertThat(locks(connection, names, watched)).as(statement.toString()).isEqualTo(stated(statement, own));
        assertThat(statement.lock().level())
                .as(statement.toString())
                .isEqualTo(stated(statement, own).values().stream()
                        .map(mode -> Objects.requireNonNull(LEVELS.get(mode), mode))
                        .max(Comparator.naturalOrder())
                        .orElse(Level.NONE));
        if (statement.sql().text().matches("(?s)(ALTER TABLE (?!.*RENAME TO)|CREATE|DROP INDEX).*")) {
            assertThat(TestRun.rows(connection, FILES).equals(file))
                    .as("same file after " + statement)
                    .isEqualTo(!statement.lock().rewritesTable());
        }
        connection.commit();
    }

    private static String own(Statement statement) {
        if (statement.sql().text().startsWith("ALTER INDEX")) {
            return "ix_tasks_name";
        }
        return statement.sql().text().matches("(?s)(ALTER|LOCK) TABLE accounts.*") ? "accounts" : "tasks";
    }

    private static Map<String, String> stated(Statement statement, String own) {
        Map<String, String> stated = new TreeMap<>();
        for (String part : statement
                .lock()
                .detail()
                .replace(", and the rows that change", "")
                .split(", ", -1)) {
            Matcher parts = PART.matcher(part);
            if (parts.matches()) {
                stated.put(Objects.requireNonNullElse(parts.group(2), own), parts.group(1));
            }
        }
        return stated;
    }

    /** The strongest lock on each table, in the manual's words. */
    private static Map<String, String> locks(Connection connection, Map<String, String> names, Set<String> watched)
            throws SQLException {
        Map<String, String> locks = new TreeMap<>();
        for (List<String> row : TestRun.rows(connection, LOCKS)) {
            String table = names.getOrDefault(row.get(1), "");
            if (watched.contains(table)) {
                locks.merge(table, words(row.get(0)), LockFactsTest::stronger);
            }
        }
        return locks;
    }

    private static String words(String mode) {
        return mode.replaceAll("Lock$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toUpperCase(Locale.ROOT);
    }

    private static String stronger(String one, String other) {
        List<String> order = List.of(
                "ROW EXCLUSIVE",
                "SHARE UPDATE EXCLUSIVE",
                "SHARE",
                "SHARE ROW EXCLUSIVE",
                "EXCLUSIVE",
                "ACCESS EXCLUSIVE");
        return order.indexOf(one) > order.indexOf(other) ? one : other;
    }
}
