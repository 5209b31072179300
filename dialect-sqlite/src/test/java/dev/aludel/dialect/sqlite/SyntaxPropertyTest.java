package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Index;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.model.Value;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Names and literals come through unchanged, whatever they hold. */
class SyntaxPropertyTest {

    private static final List<String> PIECES = List.of(
            "'", "\"", "`", "[", "]", "\\", "$$", ":x", "?", "?1", "@y", "\n", "\r", "\t", " ", "--", "/*", "*/", ";",
            "(", ")", ",", ".", "%", "_", "a", "Z", "7", "é", "ß", "中", "😀", "select", "ORDER", "null", "\u00a0",
            "\ufeff");

    private final SqliteSyntax syntax = new SqliteSyntax();

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void a_literal_is_read_as_it_was_given(@ForAll("texts") String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            assertThat(value(connection, "SELECT " + syntax.literal(Value.of(text))))
                    .isEqualTo(text);
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void names_and_defaults_come_through_a_table_and_its_rebuild(
            @ForAll("names") String table,
            @ForAll("names") String column,
            @ForAll("names") String index,
            @ForAll("texts") String defaultValue)
            throws SQLException {
        Assume.that(!table.toLowerCase(Locale.ROOT).startsWith("sqlite_"));
        Assume.that(!table.equalsIgnoreCase(index) && !column.equalsIgnoreCase("id"));
        Table created = new Table(
                table,
                List.of(
                        new Column("id", ColumnType.integer(), false, Optional.empty()),
                        new Column(column, ColumnType.text(), true, Optional.of(Value.of(defaultValue)))),
                List.of(
                        new PrimaryKey("key of " + table, List.of("id")),
                        new UniqueConstraint("unique " + column, List.of(column)),
                        new CheckConstraint("check " + column, syntax.name(column) + " <> 'x'")),
                List.of(Index.of(index, List.of(column))));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            RoundTripTest.create(connection, created);
            execute(connection, "INSERT INTO %s (id) VALUES (1)".formatted(syntax.name(table)));

            assertThat(new SqliteInspector().table(connection, table)).contains(created);
            assertThat(value(connection, "SELECT %s FROM %s".formatted(syntax.name(column), syntax.name(table))))
                    .isEqualTo(defaultValue);
            Table rebuilt = Rebuilding.withoutDefault(connection, created, column);
            assertThat(new SqliteInspector().table(connection, table)).contains(rebuilt);
            assertThat(value(connection, "SELECT %s FROM %s".formatted(syntax.name(column), syntax.name(table))))
                    .isEqualTo(defaultValue);
        }
    }

    @Example
    void what_no_statement_can_hold_is_refused() {
        assertThatThrownBy(() -> syntax.literal(Value.of("a\0b")))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessage("SQLite ends a statement at the character U+0000, which stands in \"a\\0b\"");
        assertThatThrownBy(() -> syntax.literal(Value.of("\ud800")))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessageContaining("half of a surrogate pair");
    }

    @Example
    void plain_names_stand_without_quotes() {
        assertThat(syntax.name("created_at").text()).isEqualTo("created_at");
        assertThat(syntax.name("key").text()).isEqualTo("key");
        assertThat(syntax.name("order").text()).isEqualTo("\"order\"");
        assertThat(syntax.name("Created").text()).isEqualTo("\"Created\"");
        assertThat(syntax.name("a\"b").text()).isEqualTo("\"a\"\"b\"");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> names() {
        return texts().filter(name -> !name.isBlank());
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return String.valueOf(result.getString(1));
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
