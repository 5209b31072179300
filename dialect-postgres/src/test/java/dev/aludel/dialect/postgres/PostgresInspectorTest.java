package dev.aludel.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.Inspector;
import dev.aludel.model.AutoIncrement;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Generated;
import dev.aludel.model.IndexPart;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.sql.Probe;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

class PostgresInspectorTest {

    private final Inspector inspector = new PostgresInspector();

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void lists_the_tables_of_the_default_schema_only(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE b (n integer)",
                "CREATE TABLE \"A\" (n integer) PARTITION BY LIST (n)",
                "CREATE VIEW v AS SELECT n FROM b",
                "CREATE SCHEMA other",
                "CREATE TABLE other.c (n integer)");
        try (Connection connection = database.connect()) {
            assertThat(inspector.tableNames(connection)).containsExactly("A", "b");
            assertThat(inspector.table(connection, "c")).isEmpty();

            TestRun.execute(connection, "SET search_path TO other");

            assertThat(inspector.tableNames(connection)).containsExactly("c");
            assertThat(inspector.table(connection, "c")).isPresent();
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void sees_what_the_user_may_not_touch(TestDatabase database) throws SQLException {
        String role =
                "aludel_reader_" + database.name().toLowerCase(Locale.ROOT).hashCode();
        String quoted = new PostgresSyntax().name(role).text();
        database.execute("CREATE TABLE t (n integer DEFAULT 5 CHECK (n > 0))", "CREATE ROLE " + quoted);
        try (Connection connection = database.connect()) {
            TestRun.execute(connection, "SET ROLE " + quoted);
            assertThat(inspector.table(connection, "t"))
                    .hasValueSatisfying(table ->
                            assertThat(table.column("n").defaultValue()).contains(Value.of(5)));
        } finally {
            database.execute("DROP ROLE " + quoted);
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void keeps_apart_indexes_and_those_that_constraints_bring_along(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE t (id integer PRIMARY KEY, n integer UNIQUE, EXCLUDE (n WITH =))",
                "CREATE TABLE child (id integer REFERENCES t (n))",
                "CREATE UNIQUE INDEX i ON t (n DESC, (id + 1)) INCLUDE (id)");
        try (Connection connection = database.connect()) {
            Table table = inspector.table(connection, "t").orElseThrow();

            assertThat(table.indexes()).singleElement().satisfies(index -> {
                assertThat(index.name()).isEqualTo("i");
                assertThat(index.parts()).containsExactly(IndexPart.column("n").desc(), IndexPart.expression("id + 1"));
                assertThat(index.included()).containsExactly("id");
            });
            assertThat(table.constraints()).extracting("name").containsExactly("t_pkey", "t_n_key");
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void leaves_out_what_is_no_default(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY, twice integer GENERATED ALWAYS AS (1 * 2) STORED, nothing varchar(5) DEFAULT NULL, gone integer)",
                "ALTER TABLE t DROP COLUMN gone");
        try (Connection connection = database.connect()) {
            assertThat(inspector.table(connection, "t").orElseThrow().columns())
                    .containsExactly(
                            Column.of("id", ColumnType.integer())
                                    .withNullable(false)
                                    .withAutoIncrement(Optional.of(AutoIncrement.IDENTITY)),
                            Column.of("twice", ColumnType.integer())
                                    .withGenerated(Optional.of(new Generated("(1 * 2)", true))),
                            Column.of("nothing", ColumnType.string(5)));
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void answers_probes(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t (n integer CONSTRAINT positive CHECK (n > 0))", "CREATE INDEX i ON t (n)");
        try (Connection connection = database.connect()) {
            assertHolds(connection, Probe.tableExists("t"), Probe.tableExists("u"));
            assertHolds(connection, Probe.columnExists("t", "n"), Probe.columnExists("t", "m"));
            assertHolds(connection, Probe.indexExists("t", "i"), Probe.indexExists("t", "n"));
            assertHolds(connection, Probe.constraintExists("t", "positive"), Probe.constraintExists("u", "positive"));
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void knows_how_much_text_a_column_takes(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE SCHEMA other",
                "CREATE TABLE other.t (short varchar(32), fixed char(2), long varchar, endless text, exact numeric(9,2))");
        try (Connection connection = database.connect()) {
            Optional<String> other = Optional.of("other");
            assertThat(inspector.characterLimit(connection, other, "t", "short"))
                    .contains(32);
            assertThat(inspector.characterLimit(connection, other, "t", "fixed"))
                    .contains(2);
            assertThat(inspector.characterLimit(connection, other, "t", "long")).isEmpty();
            assertThat(inspector.characterLimit(connection, other, "t", "endless"))
                    .isEmpty();
            assertThat(inspector.characterLimit(connection, other, "t", "exact"))
                    .isEmpty();
            assertThat(inspector.characterLimit(connection, Optional.empty(), "t", "short"))
                    .isEmpty();
        }
    }

    private void assertHolds(Connection connection, Probe there, Probe missing) throws SQLException {
        assertThat(inspector.holds(connection, there)).isTrue();
        assertThat(inspector.holds(connection, there.negated())).isFalse();
        assertThat(inspector.holds(connection, missing)).isFalse();
        assertThat(inspector.holds(connection, missing.negated())).isTrue();
    }
}
