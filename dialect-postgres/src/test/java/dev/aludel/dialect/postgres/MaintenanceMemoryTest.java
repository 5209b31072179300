package dev.aludel.dialect.postgres;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.dsl.Schema;
import dev.aludel.offline.Script;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.LambdaHistory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MaintenanceMemoryTest {

    private static final String RAISED = "set_config('maintenance_work_mem', '256MB', true)";

    @Test
    void is_raised_once_for_indexes_on_tables_that_may_have_rows() {
        assertThat(script(new PostgresDialect(), schema -> {
                    schema.createIndex("ix_a", "visits", "a");
                    schema.createIndex("ix_b", "visits", "b");
                }))
                .containsOnlyOnce(RAISED);
    }

    @Test
    void and_for_rewrites_and_new_keys() {
        assertThat(script(
                        new PostgresDialect(),
                        schema -> schema.alterTable("visits", t -> t.column("a").type(bigInteger()))))
                .containsOnlyOnce(RAISED);
        assertThat(script(new PostgresDialect(), schema -> schema.alterTable("visits", t -> t.addUnique("a"))))
                .containsOnlyOnce(RAISED);
    }

    @Test
    void not_for_what_sorts_nothing() {
        assertThat(script(new PostgresDialect(), schema -> {
                    schema.alterTable("visits", t -> t.addColumn("c", integer()));
                    schema.createTable("empty", t -> t.column("a", integer()));
                    schema.createIndex("ix_empty", "empty", "a");
                }))
                .doesNotContain("maintenance_work_mem");
    }

    @Test
    void not_outside_of_a_transaction_which_alone_ends_it() {
        assertThat(script(new PostgresDialect(), schema -> {
                    schema.createIndex("ix_a", "visits", "a");
                    schema.createIndex("ix_b", "visits", "b").concurrently();
                }))
                .doesNotContain("maintenance_work_mem");
    }

    @Test
    void as_much_as_somebody_chose() {
        Consumer<Schema> change = schema -> schema.createIndex("ix_a", "visits", "a");

        assertThat(script(PostgresDialect.withMaintenanceMemory(1024), change)).contains("'1024MB'");
        assertThat(script(PostgresDialect.withMaintenanceMemory(0), change)).doesNotContain("maintenance_work_mem");
        assertThatThrownBy(() -> PostgresDialect.withMaintenanceMemory(-1)).hasMessageContaining("-1 MB");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void lasts_as_long_as_the_transaction_and_is_never_lowered(TestDatabase database) throws SQLException {
        database.execute("ALTER DATABASE %s SET maintenance_work_mem = '64MB'".formatted(name(database)));
        List<String> seen = new ArrayList<>();
        LambdaHistory history = new LambdaHistory()
                .then("create", MaintenanceMemoryTest::create)
                .then("raise", schema -> {
                    schema.createIndex("ix_a", "visits", "a");
                    schema.run("look", connection -> seen.add(memory(connection)));
                })
                .then("high", schema -> {
                    schema.run("set", connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("SET LOCAL maintenance_work_mem = '300MB'");
                        }
                    });
                    schema.createIndex("ix_b", "visits", "b");
                    schema.run("look", connection -> seen.add(memory(connection)));
                })
                .then("after", schema -> schema.run("look", connection -> seen.add(memory(connection))));

        Migrator.on(database.dataSource())
                .history(history)
                .dialect(new PostgresDialect())
                .build()
                .upgrade("head");

        assertThat(seen).containsExactly("256MB", "300MB", "64MB");
    }

    private static String name(TestDatabase database) throws SQLException {
        return String.valueOf(
                database.query("SELECT current_database() AS name").get(0).get("name"));
    }

    private static String memory(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW maintenance_work_mem")) {
            result.next();
            return result.getString(1);
        }
    }

    private static void create(Schema schema) {
        schema.createTable("visits", t -> {
            t.column("a", integer());
            t.column("b", integer());
        });
    }

    private static String script(PostgresDialect dialect, Consumer<Schema> change) {
        LambdaHistory history = new LambdaHistory()
                .then("create", MaintenanceMemoryTest::create)
                .then("change", change);
        return Script.of(history, dialect).upgrade("create:change").toString();
    }
}
