package dev.aludel.testing.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProgramTest {
    @Test
    void reads_its_input_and_gives_back_what_it_printed() {
        assertThat(Program.of("cat").run("Grüße\n")).isEqualTo(new ProgramResult(0, "Grüße\n", ""));
    }

    @Test
    void gives_back_its_exit_code_and_its_complaints() {
        assertThat(Program.of("sh", "-c", "echo no >&2; exit 7").run("")).isEqualTo(new ProgramResult(7, "", "no\n"));
    }

    @Test
    void takes_more_arguments_and_variables() {
        Program program = Program.of("sh", "-c", "echo $GREETING $0 $1")
                .withVariable("GREETING", "hello")
                .with("a", "b c");

        assertThat(program.run("").stdout()).isEqualTo("hello a b c\n");
    }

    @Test
    void failing_is_an_error_where_success_is_asked_for() {
        assertThatThrownBy(() -> Program.of("sh", "-c", "echo no >&2; exit 7").runOrFail())
                .isInstanceOf(ProvisionException.class)
                .hasMessageContainingAll("exit code 7", "no");
    }

    @Test
    void names_a_program_that_is_not_there() {
        assertThatThrownBy(() -> Program.of("no-such-program").run(""))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining("\"no-such-program\" can't be run");
    }
}
