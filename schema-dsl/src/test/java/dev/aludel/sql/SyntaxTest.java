package dev.aludel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.model.Value;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntaxTest {

    private final Syntax syntax = new StandardSyntax();

    @Test
    void the_placeholder_chooses_the_escaping() {
        assertThat(syntax.sql("UPDATE $N SET $N = $V WHERE $S", "user", "it's", Value.of("it's"), Sql.raw("a = 1")))
                .isEqualTo(Sql.raw("UPDATE \"user\" SET \"it's\" = 'it''s' WHERE a = 1"));
    }

    @Test
    void collections_are_separated_by_commas() {
        assertThat(syntax.sql("INDEX ON $N ($N)", "t", List.of("a", "B")).text())
                .isEqualTo("INDEX ON t (a, \"B\")");
    }

    @Test
    void two_dollars_stand_for_one() {
        assertThat(syntax.sql("DO $$$$ $N $$$$", "x").text()).isEqualTo("DO $$ x $$");
    }

    @Test
    void an_argument_is_never_read_as_a_template() {
        assertThat(syntax.sql("SELECT $V, $N", Value.of("$N $V"), "$S").text()).isEqualTo("SELECT '$N $V', \"$S\"");
    }

    @Test
    void names_are_quoted_only_where_needed() {
        assertThat(syntax.name("created_at").text()).isEqualTo("created_at");
        assertThat(syntax.name("select").text()).isEqualTo("\"select\"");
        assertThat(syntax.name("CreatedAt").text()).isEqualTo("\"CreatedAt\"");
        assertThat(syntax.name("a\"b").text()).isEqualTo("\"a\"\"b\"");
        assertThat(syntax.name("1st").text()).isEqualTo("\"1st\"");
    }

    @Test
    void numbers_are_written_plainly() {
        assertThat(syntax.literal(Value.of(new BigDecimal("1E+3"))).text()).isEqualTo("1000");
        assertThat(syntax.literal(Value.of(-5)).text()).isEqualTo("-5");
        assertThat(syntax.literal(Value.nothing()).text()).isEqualTo("NULL");
        assertThat(syntax.literal(Value.of(true)).text()).isEqualTo("TRUE");
    }

    @Test
    void arity_and_kinds_are_checked() {
        assertThatThrownBy(() -> syntax.sql("$N")).hasMessageStartingWith("missing argument");
        assertThatThrownBy(() -> syntax.sql("x", "a")).hasMessageStartingWith("unused argument");
        assertThatThrownBy(() -> syntax.sql("$X", "a")).hasMessageStartingWith("unknown placeholder");
        assertThatThrownBy(() -> syntax.sql("$N", Value.of("a"))).hasMessageStartingWith("$N cannot take");
        assertThatThrownBy(() -> syntax.sql("$S", "DROP TABLE t")).hasMessageStartingWith("$S cannot take");
        assertThatThrownBy(() -> syntax.literal(Value.expression("now()"))).hasMessageStartingWith("not a literal");
    }

    /** Standard SQL, with one reserved word. */
    private static final class StandardSyntax extends Syntax {

        @Override
        protected String textLiteral(String text) {
            return "'" + text.replace("'", "''") + "'";
        }

        @Override
        protected boolean isReserved(String lowerCaseWord) {
            return List.of("select", "user").contains(lowerCaseWord);
        }

        @Override
        protected void requireFits(String identifier) {}
    }
}
