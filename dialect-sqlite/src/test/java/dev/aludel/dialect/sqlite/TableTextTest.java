package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.model.ReferentialAction;
import dev.aludel.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TableTextTest {

    private static final TableText FULL = TableText.parse(
            """
            CREATE TABLE "or""ders" ( -- all of them
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              [customer id] VARCHAR(20) NOT NULL CONSTRAINT fk REFERENCES customers ON DELETE SET NULL ON UPDATE CASCADE NOT DEFERRABLE,
              price NUMERIC(10, 2) DEFAULT (round(1.5, 1)) CHECK (price > 0 OR price IS NULL),
              `state` DEFAULT 'a,b)--' COLLATE NOCASE, /* (, */
              total REAL GENERATED ALWAYS AS (price * 2) VIRTUAL,
              CONSTRAINT u UNIQUE ([customer id], "state" COLLATE BINARY DESC) ON CONFLICT IGNORE
              CHECK (state <> ',') -- no comma before this
            )""");

    @Test
    void columns_have_names_types_and_clauses() {
        assertThat(FULL.columns())
                .extracting(ColumnText::name)
                .containsExactly("id", "customer id", "price", "state", "total");
        assertThat(FULL.columns())
                .extracting(ColumnText::declaredType)
                .containsExactly("INTEGER", "VARCHAR(20)", "NUMERIC(10, 2)", "", "REAL");
        assertThat(FULL.columns()).extracting(ColumnText::isNotNull).containsExactly(false, true, false, false, false);
        assertThat(FULL.columns())
                .extracting(ColumnText::isGenerated)
                .containsExactly(false, false, false, false, true);
        assertThat(FULL.column("PRICE").defaultValue().orElseThrow().text()).isEqualTo("(round(1.5, 1))");
        assertThat(FULL.column("state").defaultValue().orElseThrow().text()).isEqualTo("'a,b)--'");
    }

    @Test
    void constraints_are_found_at_columns_and_by_themselves() {
        assertThat(FULL.constraints())
                .extracting(ConstraintText::kind)
                .containsExactly(
                        ConstraintText.Kind.PRIMARY_KEY,
                        ConstraintText.Kind.FOREIGN_KEY,
                        ConstraintText.Kind.CHECK,
                        ConstraintText.Kind.UNIQUE,
                        ConstraintText.Kind.CHECK);
        assertThat(FULL.constraints().get(1).name()).contains("fk");
        assertThat(FULL.constraints().get(1).reference())
                .contains(new ReferenceText(
                        "customers", List.of(), ReferentialAction.SET_NULL, ReferentialAction.CASCADE));
        assertThat(FULL.constraints().get(3).columns()).containsExactly("customer id", "state");
        assertThat(FULL.constraints().get(4).expression()).isEqualTo("state <> ','");
        assertThat(FULL.name().name()).isEqualTo("or\"ders");
        assertThat(FULL.hasAutoincrement()).isTrue();
        assertThat(FULL.rowidAlias()).contains("id");
    }

    @Test
    void a_rowid_alias_is_an_integer_to_the_letter() {
        assertThat(TableText.parse("CREATE TABLE t (a INT PRIMARY KEY)").rowidAlias())
                .isEmpty();
        assertThat(TableText.parse("CREATE TABLE t (a INTEGER PRIMARY KEY DESC)")
                        .rowidAlias())
                .isEmpty();
        assertThat(TableText.parse("CREATE TABLE t (a INTEGER, PRIMARY KEY (a DESC))")
                        .rowidAlias())
                .contains("a");
        assertThat(TableText.parse("CREATE TABLE t (a INTEGER, b, PRIMARY KEY (a, b))")
                        .rowidAlias())
                .isEmpty();
    }

    @Test
    void options_are_seen() {
        TableText both = TableText.parse("CREATE TABLE t (a TEXT PRIMARY KEY) without rowid, STRICT");
        assertThat(both.isStrict()).isTrue();
        assertThat(both.isWithoutRowid()).isTrue();
        TableText none = TableText.parse("CREATE TABLE t (strict TEXT, \"without\" TEXT)");
        assertThat(none.isStrict()).isFalse();
        assertThat(none.isWithoutRowid()).isFalse();
    }

    @Test
    void what_is_no_table_is_refused() {
        assertThatThrownBy(() -> TableText.parse("CREATE VIRTUAL TABLE t USING fts5(a)"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TableText.parse("CREATE TABLE t")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void another_name_reaches_the_expressions() {
        assertThat(TableText.parse("CREATE TABLE t (t INT CHECK (t.t > 0 AND \"t\".t < 9), CHECK (t <> 't.t'))")
                        .withName(Sql.raw("new")))
                .isEqualTo("CREATE TABLE new (t INT CHECK (new.t > 0 AND new.t < 9), CHECK (t <> 't.t'))");
    }

    @Test
    void a_type_is_set() {
        assertThat(edited("a VARCHAR (3) NOT NULL", t -> TableTextEdits.setType(t, "a", Sql.raw("BIGINT"))))
                .isEqualTo("a BIGINT NOT NULL");
        assertThat(edited("a", t -> TableTextEdits.setType(t, "a", Sql.raw("BIGINT"))))
                .isEqualTo("a BIGINT");
        assertThat(edited("\"a\" DEFAULT 1", t -> TableTextEdits.setType(t, "a", Sql.raw("BIGINT"))))
                .isEqualTo("\"a\" BIGINT DEFAULT 1");
    }

    @Test
    void not_null_is_set_and_dropped() {
        assertThat(edited("a TEXT DEFAULT 'x'", t -> TableTextEdits.setNotNull(t, "a", true)))
                .isEqualTo("a TEXT NOT NULL DEFAULT 'x'");
        assertThat(edited("a TEXT NULL", t -> TableTextEdits.setNotNull(t, "a", true)))
                .isEqualTo("a TEXT NOT NULL");
        assertThat(edited(
                        "a TEXT CONSTRAINT here NOT NULL ON CONFLICT FAIL UNIQUE",
                        t -> TableTextEdits.setNotNull(t, "a", false)))
                .isEqualTo("a TEXT UNIQUE");
        assertThat(edited("a TEXT", t -> TableTextEdits.setNotNull(t, "a", false)))
                .isEqualTo("a TEXT");
    }

    @Test
    void a_default_is_set_and_dropped() {
        assertThat(edited("a TEXT DEFAULT NULL", t -> TableTextEdits.setDefault(t, "a", Optional.of(Sql.raw("-1")))))
                .isEqualTo("a TEXT DEFAULT -1");
        assertThat(edited(
                        "a TEXT DEFAULT (1 + (2)) NOT NULL", t -> TableTextEdits.setDefault(t, "a", Optional.empty())))
                .isEqualTo("a TEXT NOT NULL");
        assertThat(edited(
                        "a REFERENCES b ON DELETE SET DEFAULT",
                        t -> TableTextEdits.setDefault(t, "a", Optional.of(Sql.raw("0")))))
                .isEqualTo("a DEFAULT 0 REFERENCES b ON DELETE SET DEFAULT");
    }

    @Test
    void a_column_is_added_behind_the_last_one_and_its_comment() {
        assertThat(edited("a, b -- last\n", t -> TableTextEdits.addColumn(t, Sql.raw("c TEXT"))))
                .isEqualTo("a, b, -- last\n    c TEXT\n");
        assertThat(edited("a, b, -- last\n PRIMARY KEY (a)", t -> TableTextEdits.addColumn(t, Sql.raw("c TEXT"))))
                .isEqualTo("a, b, -- last\n    c TEXT,\n PRIMARY KEY (a)");
        assertThat(edited("a", t -> TableTextEdits.addConstraint(t, Sql.raw("UNIQUE (a)"))))
                .isEqualTo("a,\n    UNIQUE (a)");
    }

    @Test
    void a_column_goes_with_its_comment_and_one_comma() {
        assertThat(edited("\n a, -- A\n b, -- B\n c -- C\n", t -> TableTextEdits.dropColumn(t, "b")))
                .isEqualTo("\n a, -- A\n c -- C\n");
        assertThat(edited("\n a, -- A\n b, -- B\n c -- C\n", t -> TableTextEdits.dropColumn(t, "c")))
                .isEqualTo("\n a, -- A\n b -- B\n");
        assertThat(edited("\n a, -- A\n b, -- B\n c -- C\n", t -> TableTextEdits.dropColumn(t, "a")))
                .isEqualTo("\n b, -- B\n c -- C\n");
        assertThat(edited("a, b, c", t -> TableTextEdits.dropColumn(t, "b"))).isEqualTo("a, c");
        assertThat(edited("a, /* about b */ b, c", t -> TableTextEdits.dropColumn(t, "b")))
                .isEqualTo("a, /* about b */ c");
        assertThat(edited("a, -- A\n b, c", t -> TableTextEdits.dropColumn(t, "b")))
                .isEqualTo("a, -- A\n c");
    }

    @Test
    void a_constraint_goes_wherever_it_stands() {
        assertThat(edited(
                        "a UNIQUE ON CONFLICT FAIL NOT NULL",
                        t -> TableTextEdits.dropConstraint(t, t.constraints().get(0))))
                .isEqualTo("a NOT NULL");
        assertThat(edited(
                        "a, UNIQUE (a) CHECK (a > 0)",
                        t -> TableTextEdits.dropConstraint(t, t.constraints().get(0))))
                .isEqualTo("a, CHECK (a > 0)");
        assertThat(edited(
                        "a, UNIQUE (a) CONSTRAINT c CHECK (a > 0)",
                        t -> TableTextEdits.dropConstraint(t, t.constraints().get(1))))
                .isEqualTo("a, UNIQUE (a)");
        assertThat(edited(
                        "a, UNIQUE (a), CHECK (a > 0)",
                        t -> TableTextEdits.dropConstraint(t, t.constraints().get(0))))
                .isEqualTo("a, CHECK (a > 0)");
        assertThat(edited(
                        "a, FOREIGN KEY (a) REFERENCES b (c) ON DELETE SET NULL",
                        t -> TableTextEdits.dropConstraint(t, t.constraints().get(0))))
                .isEqualTo("a");
    }

    private static String edited(String body, UnaryOperator<TableText> edit) {
        String sql =
                edit.apply(TableText.parse("CREATE TABLE t (" + body + ")")).sql();
        return sql.substring("CREATE TABLE t (".length(), sql.length() - 1);
    }
}
