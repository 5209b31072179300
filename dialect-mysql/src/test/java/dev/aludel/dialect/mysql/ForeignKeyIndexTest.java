package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dsl.Schema;
import dev.aludel.model.SchemaModel;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The indexes that the server makes for foreign keys come and go as if nobody had touched them. */
class ForeignKeyIndexTest {

    private static void parentAndChild(Schema schema) {
        schema.createTable("parent", t -> t.column("id", integer()).primaryKey());
        schema.createTable("child", t -> {
            t.column("id", integer()).primaryKey();
            t.column("parent_id", integer()).references("parent", "id").onDelete(CASCADE);
            t.column("n", integer());
        });
    }

    private static void twoIndexes(Schema schema) {
        schema.createIndex("ix_child_parent", "child", "parent_id");
        schema.createIndex("ix_child_parent_n", "child", "parent_id", "n");
    }

    private static void dropped(Schema schema) {
        schema.dropIndex("ix_child_parent_n", "child");
        schema.dropIndex("ix_child_parent", "child");
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void dropping_the_last_one_brings_the_servers_own_back(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel base = TestRun.of(connection, SchemaModel.empty(), ForeignKeyIndexTest::parentAndChild)
                    .on(connection);
            String before = definition(connection);
            TestRun.execute(connection, "INSERT INTO parent VALUES (1)", "INSERT INTO child VALUES (1, 1, 1)");

            SchemaModel indexed = TestRun.of(connection, base, ForeignKeyIndexTest::twoIndexes)
                    .on(connection);
            String after = definition(connection);
            SchemaModel again = TestRun.of(connection, indexed, ForeignKeyIndexTest::dropped)
                    .on(connection);

            assertThat(definition(connection)).isEqualTo(before).contains("KEY `child_parent_id_fkey` (`parent_id`)");
            TestRun.of(connection, again, ForeignKeyIndexTest::twoIndexes).on(connection);
            assertThat(definition(connection)).isEqualTo(after).doesNotContain("KEY `child_parent_id_fkey`");
            assertThat(TestRun.rows(connection, "SELECT id FROM child")).containsExactly(List.of("1"));
        }
    }

    /** Other tools name keys otherwise: {@code child_ibfk_1} with an index {@code parent_id}. */
    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_foreign_key_of_another_name_is_met_by_its_columns(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            TestRun.execute(
                    connection,
                    "CREATE TABLE parent (id INT PRIMARY KEY)",
                    "CREATE TABLE child (id INT PRIMARY KEY, parent_id INT, n INT, FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE CASCADE)");
            SchemaModel base = TestRun.of(SchemaModel.empty(), ForeignKeyIndexTest::parentAndChild)
                    .after();
            SchemaModel indexed = TestRun.of(connection, base, ForeignKeyIndexTest::twoIndexes)
                    .on(connection);

            TestRun.of(connection, indexed, ForeignKeyIndexTest::dropped).on(connection);
            assertThat(definition(connection))
                    .contains(
                            "CONSTRAINT `child_ibfk_1` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`) ON DELETE CASCADE")
                    .doesNotContain("ix_child");

            TestRun.of(connection, base, s -> s.alterTable("child", t -> t.dropForeignKey("parent_id")))
                    .on(connection);
            assertThat(definition(connection)).doesNotContain("FOREIGN KEY").doesNotContain("  KEY");
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void an_index_that_the_revisions_do_not_know_serves_as_well(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel base = TestRun.of(connection, SchemaModel.empty(), ForeignKeyIndexTest::parentAndChild)
                    .on(connection);
            SchemaModel indexed = TestRun.of(connection, base, ForeignKeyIndexTest::twoIndexes)
                    .on(connection);
            TestRun.execute(connection, "CREATE INDEX by_hand ON child (parent_id)");

            TestRun.of(connection, indexed, ForeignKeyIndexTest::dropped).on(connection);

            assertThat(definition(connection)).contains("KEY `by_hand`").doesNotContain("KEY `child_parent_id_fkey`");
        }
    }

    @Test
    void an_index_of_a_table_that_goes_in_the_same_revision_is_left_alone() {
        SchemaModel indexed = TestRun.of(SchemaModel.empty(), s -> {
                    parentAndChild(s);
                    twoIndexes(s);
                })
                .after();

        TestRun run = TestRun.of(indexed, s -> {
            dropped(s);
            s.dropTable("child");
            s.dropTable("parent");
        });

        assertThat(run.sql()).containsExactly("DROP TABLE child", "DROP TABLE parent");
    }

    private static String definition(Connection connection) throws SQLException {
        return TestRun.rows(connection, "SHOW CREATE TABLE child").get(0).get(1);
    }
}
