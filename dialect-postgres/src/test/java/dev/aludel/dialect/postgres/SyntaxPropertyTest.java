package dev.aludel.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.Inspector;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Index;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.model.Value;
import dev.aludel.operation.CreateTable;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever a name or a literal holds, it comes through unchanged. */
class SyntaxPropertyTest {

    private static final List<String> TRICKY = List.of(
            "'",
            "\"",
            "\\",
            "$$",
            "$1",
            ":x",
            "?",
            "{",
            "}",
            "--",
            "/*",
            ";",
            "\n",
            "\r",
            "\t",
            " ",
            "é",
            "\u4e2d",
            "\ud83d\ude80",
            "%",
            "`",
            "E'",
            "U&\"",
            "select",
            "A");

    private static final FreshDatabase DATABASE = new FreshDatabase();

    @AfterContainer
    static void close() throws SQLException {
        DATABASE.close();
    }

    @Property(tries = 300)
    void names_come_through(@ForAll("names") List<String> names) throws SQLException {
        Table table = new Table(
                names.get(0),
                List.of(
                        new Column(names.get(1), ColumnType.integer(), false, Optional.empty()),
                        Column.of(names.get(2), ColumnType.text())),
                List.of(
                        new PrimaryKey(names.get(3), List.of(names.get(1))),
                        new UniqueConstraint(names.get(4), List.of(names.get(2))),
                        new CheckConstraint(names.get(5), "1 > 0")),
                List.of(Index.of(names.get(6), List.of(names.get(2), names.get(1)))));

        DATABASE.undoing(connection -> {
            TestRun.of(SchemaModel.empty(), List.of(new CreateTable(table))).on(connection);

            Inspector inspector = new PostgresInspector();
            assertThat(inspector.tableNames(connection)).containsExactly(names.get(0));
            Table read = inspector.table(connection, names.get(0)).orElseThrow();
            assertThat(read.columns()).isEqualTo(table.columns());
            assertThat(read.constraints()).containsExactlyInAnyOrderElementsOf(table.constraints());
            assertThat(read.indexes()).isEqualTo(table.indexes());
        });
    }

    @Property(tries = 500)
    void literals_come_through(@ForAll("texts") String text, @ForAll boolean conforming) throws SQLException {
        DATABASE.undoing(connection -> {
            TestRun.execute(connection, "SET LOCAL standard_conforming_strings = " + (conforming ? "on" : "off"));
            TestRun.execute(connection, "SET LOCAL escape_string_warning = off");
            SchemaModel schema = TestRun.of(
                            SchemaModel.empty(),
                            s -> s.createTable("t", t -> {
                                t.column("id", ColumnType.integer()).primaryKey();
                                t.column("words", ColumnType.text()).defaultTo(text);
                            }))
                    .on(connection);
            TestRun.execute(connection, "INSERT INTO t (id) VALUES (1)");
            TestRun.of(schema, s -> {
                        s.alterTable("t", t -> {
                            t.addColumn("filled", ColumnType.text()).fill(Value.of(text));
                        });
                        s.update("t").set("id", 2);
                    })
                    .on(connection);

            assertThat(TestRun.rows(connection, "SELECT words, filled FROM t")).containsExactly(List.of(text, text));
            assertThat(new PostgresInspector()
                            .table(connection, "t")
                            .orElseThrow()
                            .column("words")
                            .defaultValue())
                    .contains(Value.of(text));
        });
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.oneOf(tricky(1, 12), Arbitraries.of("user", "table", "json", "order", "Größe"))
                .filter(name -> !name.isBlank() && name.getBytes(StandardCharsets.UTF_8).length <= 63)
                .list()
                .ofSize(7)
                .uniqueElements();
    }

    @Provide
    Arbitrary<String> texts() {
        return tricky(0, 20);
    }

    private static Arbitrary<String> tricky(int least, int most) {
        Arbitrary<String> anything = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(3)
                .filter(text -> text.indexOf('\0') < 0
                        && StandardCharsets.UTF_8.newEncoder().canEncode(text));
        return Arbitraries.oneOf(Arbitraries.of(TRICKY), anything)
                .list()
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(parts -> String.join("", parts));
    }
}
