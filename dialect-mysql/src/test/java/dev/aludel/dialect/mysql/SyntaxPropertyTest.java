package dev.aludel.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Index;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.model.Value;
import dev.aludel.operation.CreateTable;
import dev.aludel.sql.IdentifierTooLongException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever a name or a literal holds, it comes through unchanged, however the session is set. */
class SyntaxPropertyTest {

    private static final List<String> TRICKY = List.of(
            "'", "\"", "\\", "\\'", "$$", ":x", "?", "{", "--", "/*", ";", "\n", "\r", "\t", " ", "é", "\u4e2d", "%",
            "`", "#", "\\n", "select", "A");

    private static final List<String> MODES = List.of("", "ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "ANSI");

    private static final FreshDatabase DATABASE = new FreshDatabase();

    private final MysqlSyntax syntax = new MysqlSyntax();

    @AfterContainer
    static void close() throws SQLException {
        DATABASE.close();
    }

    @Property(tries = 80)
    void names_come_through(@ForAll("names") List<String> names, @ForAll("modes") String mode) throws SQLException {
        Table table = new Table(
                names.get(0),
                List.of(
                        new Column(names.get(1), ColumnType.integer(), false, Optional.empty()),
                        Column.of(names.get(2), ColumnType.string(20))),
                List.of(
                        new UniqueConstraint(names.get(3), List.of(names.get(2))),
                        new CheckConstraint(
                                names.get(4), syntax.name(names.get(1)).text() + " > 0")),
                List.of(Index.of(names.get(5), List.of(names.get(1), names.get(2)))));

        DATABASE.onEach((kind, connection) -> {
            TestRun.execute(connection, "SET SESSION sql_mode = '" + mode + "'");
            TestRun.of(connection, SchemaModel.empty(), List.of(new CreateTable(table)))
                    .on(connection);

            MysqlInspector inspector = new MysqlInspector();
            assertThat(inspector.tableNames(connection)).containsExactly(names.get(0));
            Table read = inspector.table(connection, names.get(0)).orElseThrow();
            assertThat(read.columns()).isEqualTo(table.columns());
            assertThat(read.uniqueConstraints()).isEqualTo(table.uniqueConstraints());
            assertThat(read.checkConstraints())
                    .extracting(CheckConstraint::name)
                    .containsExactly(names.get(4));
            assertThat(read.indexes()).isEqualTo(table.indexes());
        });
    }

    @Property(tries = 120)
    void literals_come_through(@ForAll("texts") String text, @ForAll("modes") String mode) throws SQLException {
        DATABASE.onEach((kind, connection) -> {
            TestRun.execute(
                    connection, "SET SESSION character_set_connection = latin1, SESSION sql_mode = '" + mode + "'");
            SchemaModel schema = TestRun.of(
                            connection,
                            SchemaModel.empty(),
                            s -> s.createTable("t", t -> {
                                t.column("id", ColumnType.integer()).primaryKey();
                                t.column("words", ColumnType.text()).defaultTo(text);
                                t.column("name", ColumnType.string()).defaultTo(text);
                            }))
                    .on(connection);
            TestRun.execute(connection, "INSERT INTO t (id) VALUES (1)");
            TestRun.of(connection, schema, s -> {
                        s.alterTable("t", t -> t.addColumn("filled", ColumnType.text())
                                .fill(Value.of(text)));
                        s.alterTable("t", t -> t.column("filled").defaultTo(text));
                        s.update("t").set("id", 2);
                    })
                    .on(connection);
            TestRun.execute(connection, "INSERT INTO t (id) VALUES (3)");

            assertThat(TestRun.rows(connection, "SELECT words, name, filled FROM t ORDER BY id"))
                    .containsExactly(List.of(text, text, text), List.of(text, text, text));
            Table read = new MysqlInspector().table(connection, "t").orElseThrow();
            assertThat(read.column("words").defaultValue()).contains(Value.of(text));
            assertThat(read.column("name").defaultValue()).contains(Value.of(text));
        });
    }

    @Example
    void what_a_name_cannot_hold_is_refused() {
        assertThat(syntax.name("é".repeat(64)).text()).hasSize(66);
        assertThatThrownBy(() -> syntax.name("é".repeat(65))).isInstanceOf(IdentifierTooLongException.class);
        assertThatThrownBy(() -> syntax.name("rocket \ud83d\ude80"))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessageContaining("a character above U+FFFF, which MySQL cannot keep in a name");
        assertThatThrownBy(() -> syntax.name("name "))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessageContaining("ends in a blank");
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.oneOf(
                        tricky(false, 1, 12), Arbitraries.of("user", "table", "rank", "order", "Größe", "returning"))
                .filter(name -> !name.isBlank() && name.length() <= 64 && !name.matches("(?s).*[\\t-\\r ]"))
                .list()
                .ofSize(6)
                .uniqueElements(name -> name.toLowerCase(Locale.ROOT))
                .filter(names -> names.stream().noneMatch("primary"::equalsIgnoreCase));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(tricky(true, 0, 15), tricky(false, 0, 15));
    }

    @Provide
    Arbitrary<String> modes() {
        return Arbitraries.of(MODES);
    }

    private static Arbitrary<String> tricky(boolean anyPlane, int least, int most) {
        Arbitrary<String> anything = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(3)
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text))
                .filter(text ->
                        anyPlane || text.chars().noneMatch(unit -> unit == 0 || Character.isSurrogate((char) unit)));
        Arbitrary<String> emoji = Arbitraries.just(anyPlane ? "\ud83d\ude80" : "x");
        return Arbitraries.oneOf(Arbitraries.of(TRICKY), anything, emoji)
                .list()
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(parts -> String.join("", parts));
    }
}
