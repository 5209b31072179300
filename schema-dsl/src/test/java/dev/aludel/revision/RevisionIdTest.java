package dev.aludel.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"d5b3f8f2e9a0", "20250930_token_usage", "a", "v1.2", "é", "Head", "heads2"})
    void takes_what_names_a_revision(String value) {
        assertThat(RevisionId.of(value)).hasToString(value);
    }

    @Test
    void may_be_of_any_length() {
        assertThat(RevisionId.of("a".repeat(5000)).value()).hasSize(5000);
    }

    @ParameterizedTest
    @CsvSource({
        "a@b, holds \"@\"",
        "a:b, holds \":\"",
        "a+1, holds \"+\"",
        "a-1, holds \"-\"",
        "a b, holds the invisible character U+0020",
        "' a', holds the invisible character U+0020",
        "'', is empty",
        "head, is a reserved word",
        "heads, is a reserved word",
        "base, is a reserved word",
        "current, is a reserved word"
    })
    void refuses_what_a_target_could_not_name(String value, String fault) {
        assertThatThrownBy(() -> RevisionId.of(value))
                .isInstanceOf(InvalidRevisionIdException.class)
                .hasMessageStartingWith("\"" + value + "\" cannot be the id of a revision: it " + fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\n", "\u00a0", "a\u200bb", "a\u0000", "\ud800"})
    void refuses_what_nobody_sees(String value) {
        InvalidRevisionIdException refusal =
                catchThrowableOfType(InvalidRevisionIdException.class, () -> RevisionId.of(value));
        assertThat(refusal).hasMessageContaining("the invisible character U+").hasMessageNotContaining("\n");
        assertThat(refusal.value()).isEqualTo(value);
    }

    @Test
    void sorts_as_its_text_does() {
        assertThat(RevisionId.of("a1")).isLessThan(RevisionId.of("b0")).isEqualByComparingTo(RevisionId.of("a1"));
    }
}
