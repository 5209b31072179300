package dev.aludel.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.ReferentialAction;
import dev.aludel.model.Table;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table is read as it is, and with nothing of another one. */
class TableReaderTest {

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_view_is_no_table(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            TestRun.execute(
                    connection,
                    "CREATE TABLE tasks (id INT NOT NULL PRIMARY KEY) COMMENT 'what is to be done'",
                    "CREATE VIEW open_tasks AS SELECT id FROM tasks");

            assertThat(new TableReader(connection).read("open_tasks")).isEmpty();
            assertThat(new TableReader(connection).read("nothing")).isEmpty();
            assertThat(read(connection, "tasks").comment()).contains("what is to be done");
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void each_foreign_key_has_its_own_columns_and_rules(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            TestRun.execute(
                    connection,
                    "CREATE TABLE owners (a INT NOT NULL, b INT NOT NULL, PRIMARY KEY (a, b), UNIQUE KEY (b))",
                    """
                    CREATE TABLE tasks (
                        x INT,
                        y INT,
                        CONSTRAINT fk_both FOREIGN KEY (y, x) REFERENCES owners (a, b) ON DELETE CASCADE,
                        CONSTRAINT fk_b FOREIGN KEY (x) REFERENCES owners (b) ON DELETE SET NULL ON UPDATE CASCADE
                    )""",
                    "CREATE TABLE notes (b INT, CONSTRAINT fk_notes FOREIGN KEY (b) REFERENCES owners (b))");

            assertThat(read(connection, "tasks").foreignKeys())
                    .containsExactlyInAnyOrder(
                            new ForeignKey(
                                    "fk_b",
                                    List.of("x"),
                                    "owners",
                                    List.of("b"),
                                    ReferentialAction.SET_NULL,
                                    ReferentialAction.CASCADE),
                            new ForeignKey(
                                    "fk_both",
                                    List.of("y", "x"),
                                    "owners",
                                    List.of("a", "b"),
                                    ReferentialAction.CASCADE,
                                    ReferentialAction.NO_ACTION));
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void checks_of_other_tables_and_schemas_are_not_its_own(TestDatabase database) throws SQLException {
        try (TestDatabase elsewhere = TestDatabases.create(database.kind());
                Connection other = elsewhere.connect();
                Connection connection = database.connect()) {
            TestRun.execute(
                    other, "CREATE TABLE tasks (n INT, CONSTRAINT ck_n CHECK (n > 3), CONSTRAINT ck_m CHECK (n > 4))");
            TestRun.execute(
                    connection,
                    "CREATE TABLE tasks (n INT, CONSTRAINT ck_n CHECK (n > 1))",
                    "CREATE TABLE notes (n INT, CONSTRAINT ck_notes CHECK (n > 2))");

            assertThat(checks(read(connection, "tasks"))).isEqualTo(Map.of("ck_n", "n > 1"));
        }
    }

    @DatabaseTest(DatabaseKind.MARIADB)
    void tables_may_have_constraints_of_the_same_name(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            TestRun.execute(
                    connection,
                    "CREATE TABLE tasks (n INT, CONSTRAINT ck_n CHECK (n > 1))",
                    "CREATE TABLE notes (n INT, CONSTRAINT ck_n CHECK (n > 2))");

            assertThat(checks(read(connection, "tasks"))).isEqualTo(Map.of("ck_n", "n > 1"));
            assertThat(checks(read(connection, "notes"))).isEqualTo(Map.of("ck_n", "n > 2"));
        }
    }

    private static Table read(Connection connection, String table) throws SQLException {
        return new TableReader(connection).read(table).orElseThrow().table();
    }

    private static Map<String, String> checks(Table table) {
        return table.constraints().stream()
                .filter(CheckConstraint.class::isInstance)
                .map(CheckConstraint.class::cast)
                .collect(Collectors.toMap(Constraint::name, CheckConstraint::expression));
    }
}
