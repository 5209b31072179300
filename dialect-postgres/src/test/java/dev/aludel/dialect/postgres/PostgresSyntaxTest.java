package dev.aludel.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Value;
import dev.aludel.sql.IdentifierTooLongException;
import org.junit.jupiter.api.Test;

class PostgresSyntaxTest {

    private final PostgresSyntax syntax = new PostgresSyntax();

    @Test
    void leaves_plain_names_bare_and_quotes_the_others() {
        assertThat(syntax.name("created_at").text()).isEqualTo("created_at");
        assertThat(syntax.name("path").text()).isEqualTo("path");
        assertThat(syntax.name("Path").text()).isEqualTo("\"Path\"");
        assertThat(syntax.name("a\"b c").text()).isEqualTo("\"a\"\"b c\"");
    }

    @Test
    void quotes_words_that_are_reserved_on_any_supported_server() {
        assertThat(syntax.name("user").text()).isEqualTo("\"user\"");
        assertThat(syntax.name("json_table").text()).isEqualTo("\"json_table\"");
    }

    @Test
    void takes_a_name_of_63_bytes_and_refuses_one_of_64() {
        assertThat(syntax.name("x".repeat(63)).text()).hasSize(63);
        assertThatThrownBy(() -> syntax.name("é".repeat(32)))
                .isInstanceOf(IdentifierTooLongException.class)
                .hasMessage(
                        "the name \"%s\" is too long for PostgreSQL, which keeps 63 bytes in UTF-8: choose a shorter one"
                                .formatted("é".repeat(32)));
    }

    @Test
    void doubles_quotes_in_text() {
        assertThat(syntax.literal(Value.of("it's")).text()).isEqualTo("'it''s'");
    }

    @Test
    void writes_a_backslash_so_that_no_setting_of_the_session_matters() {
        assertThat(syntax.literal(Value.of("a\\'b")).text()).isEqualTo("E'a\\\\''b'");
    }

    @Test
    void refuses_what_the_server_cannot_store() {
        assertThatThrownBy(() -> syntax.literal(Value.of("a\0b")))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessage("PostgreSQL cannot store the character U+0000, which stands in \"a\\0b\"");
        assertThatThrownBy(() -> syntax.literal(Value.of("a\ud83d")))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessageContaining("half of a surrogate pair");
    }
}
