package dev.aludel.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {

    @ParameterizedTest
    @EnumSource
    void is_as_open_by_its_spelling_as_by_itself(Outcome outcome) {
        assertThat(Outcome.isOpen(outcome.text())).isEqualTo(outcome.isOpen());
        assertThat(Outcome.of(outcome.text())).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "superseded", "RUNNING"})
    void what_no_outcome_is_spelled_like_is_not_open(String text) {
        assertThat(Outcome.isOpen(text)).isFalse();
    }
}
