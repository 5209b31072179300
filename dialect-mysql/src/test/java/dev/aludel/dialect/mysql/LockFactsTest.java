package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.operation.Conversion.epochMillis;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Value;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Statement;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the plan says that an ALTER locks and copies: the server takes the algorithm that follows from it, and no better. */
class LockFactsTest {

    /** What the server must take, and what it must refuse, by a word of the stated lock. */
    private static final Map<String, Algorithm> ALGORITHMS = Map.of(
            "(INSTANT)", new Algorithm("ALGORITHM=INSTANT", Optional.empty()),
            "(INPLACE)", new Algorithm("ALGORITHM=INPLACE, LOCK=NONE", Optional.of("ALGORITHM=INSTANT")),
            "(INPLACE with a rebuild)", new Algorithm("ALGORITHM=INPLACE, LOCK=NONE", Optional.of("ALGORITHM=INSTANT")),
            "(COPY)", new Algorithm("ALGORITHM=COPY, LOCK=SHARED", Optional.of("ALGORITHM=INPLACE")));

    private static void twoTables(Schema schema) {
        schema.createTable("accounts", t -> t.column("id", integer()).primaryKey());
        schema.createTable("tasks", t -> {
            t.column("id", integer()).primaryKey();
            t.column("name", string(50));
            t.column("at", datetime());
            t.column("account_id", integer()).references("accounts", "id");
            t.index("ix_tasks_name", "name");
            t.index("ix_tasks_at", "at");
        });
    }

    @DatabaseTest(DatabaseKind.MYSQL)
    void columns_come_and_go_at_once(TestDatabase database) throws SQLException {
        assertFacts(database, t -> t.addColumn("note", text()));
        assertFacts(database, t -> t.addColumn("rank", integer()).notNull().defaultTo(1));
        assertFacts(database, t -> t.column("name").renameTo("title"));
        assertFacts(database, t -> t.column("name").defaultTo("x"));
        assertFactsOf(database, s -> {
            s.dropIndex("ix_tasks_at", "tasks");
            s.update("tasks").set("id", 1);
            s.alterTable("tasks", t -> t.dropColumn("at"));
        });
    }

    @DatabaseTest(DatabaseKind.MYSQL)
    void beside_indexes_they_rebuild_the_rows(TestDatabase database) throws SQLException {
        assertFactsOf(database, s -> {
            s.dropIndex("ix_tasks_at", "tasks");
            s.alterTable("tasks", t -> t.dropColumn("at"));
        });
        assertFactsOf(database, s -> {
            s.alterTable("tasks", t -> t.addColumn("rank", integer()));
            s.createIndex("ix_tasks_rank", "tasks", "rank");
        });
        assertFacts(database, t -> t.column("at")
                .type(bigInteger())
                .using(epochMillis(UTC))
                .fillNull(Value.of(0))
                .notNull());
        assertFacts(database, t -> t.column("at").type(bigInteger()).using(epochMillis(UTC)));
    }

    @DatabaseTest(DatabaseKind.MYSQL)
    void a_change_of_type_copies_them_and_of_nullability_rebuilds_them(TestDatabase database) throws SQLException {
        assertFacts(database, t -> t.column("name").type(string(300)));
        assertFacts(database, t -> t.column("name").fillNull(Value.of("x")).notNull());
        assertFacts(database, t -> t.addColumn("note", text()).defaultTo("x"));
    }

    @DatabaseTest(DatabaseKind.MYSQL)
    void indexes_are_made_in_place_and_guards_by_a_copy(TestDatabase database) throws SQLException {
        assertFactsOf(database, s -> s.dropIndex("ix_tasks_at", "tasks"));
        assertFactsOf(database, s -> s.renameIndex("ix_tasks_at", "tasks").to("ix_tasks_moment"));
        assertFactsOf(database, s -> {
            s.createIndex("ix_tasks_1", "tasks", "id", "name");
            s.createIndex("ix_tasks_2", "tasks", "name", "id");
        });
        assertFacts(database, t -> t.addUnique("name", "id"));
        assertFacts(database, t -> t.addCheck("ck_tasks", "id > 0"));
        assertFacts(database, t -> t.addForeignKey("id").references("accounts", "id"));
        assertFacts(database, t -> t.dropForeignKey("account_id"));
    }

    private static void assertFacts(TestDatabase database, Consumer<TableAlteration> changes) throws SQLException {
        assertFactsOf(database, s -> s.alterTable("tasks", changes));
    }

    private static void assertFactsOf(TestDatabase database, Consumer<Schema> changes) throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel schema = TestRun.of(connection, SchemaModel.empty(), LockFactsTest::twoTables)
                    .on(connection);
            for (Statement statement : TestRun.of(connection, schema, changes).statements()) {
                String sql = statement.sql().text();
                if (sql.startsWith("ALTER")) {
                    assertTakes(connection, statement);
                } else {
                    TestRun.execute(connection, sql);
                }
            }
        }
        database.execute("DROP TABLE tasks, accounts");
    }

    private static void assertTakes(Connection connection, Statement statement) throws SQLException {
        String sql = statement.sql().text();
        String stated = statement.lock().detail();
        Algorithm algorithm = ALGORITHMS.entrySet().stream()
                .filter(entry -> stated.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError(stated));
        algorithm.refused().ifPresent(refused -> assertThatThrownBy(
                        () -> TestRun.execute(connection, sql + ", " + refused))
                .as(statement.toString())
                .hasMessageContaining("not supported"));
        TestRun.execute(connection, sql + ", " + algorithm.taken());
        assertThat(statement.lock().level() == LockImpact.Level.NONE)
                .as(statement.toString())
                .isEqualTo(!stated.contains("(COPY)"));
        assertThat(statement.lock().rewritesTable())
                .as(statement.toString())
                .isEqualTo(stated.contains("rebuild") || stated.contains("(COPY)"));
    }

    private record Algorithm(String taken, Optional<String> refused) {}
}
