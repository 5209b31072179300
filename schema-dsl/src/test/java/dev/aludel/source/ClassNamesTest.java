package dev.aludel.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add tasks, task events and feedback | AddTasksTaskEventsAndFeedback",
                "rename userId in JSON column        | RenameUserIdInJsonColumn",
                "schließe Zähler & ähnliches         | SchließeZahlerAhnliches",
                "2nd try                             | Revision2ndTry",
                "schema                              | RevisionSchema",
                "override                            | RevisionOverride",
                "!!!                                 | Revision"
            })
    void are_the_words_of_the_message_in_camel_case(String message, String name) {
        assertThat(ClassNames.of(message, Set.of())).isEqualTo(name);
    }

    @Test
    void get_a_number_where_the_name_is_taken() {
        assertThat(ClassNames.of("add tasks", Set.of("AddTasks", "AddTasks2"))).isEqualTo("AddTasks3");
    }

    @Test
    void of_long_messages_keep_whole_words() {
        String message = "add the first of many columns that nobody will ever read, and then some more of them";

        assertThat(ClassNames.of(message, Set.of())).isEqualTo("AddTheFirstOfManyColumnsThatNobodyWillEverReadAnd");
    }

    @Property
    void are_legal_whatever_the_message_says(@ForAll String message) {
        String name = ClassNames.of(message, Set.of());

        assertThat(Character.isJavaIdentifierStart(name.codePointAt(0))).isTrue();
        assertThat(name.codePoints().allMatch(Character::isJavaIdentifierPart))
                .as(name)
                .isTrue();
    }
}
