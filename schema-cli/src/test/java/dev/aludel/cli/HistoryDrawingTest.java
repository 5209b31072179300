package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryDrawingTest {

    private static final Terminal UNICODE = Terminal.of(80, Map.of("NO_COLOR", "1"), "UTF-8");
    private static final Terminal ASCII = Terminal.of(80, Map.of("NO_COLOR", "1"), "ANSI_X3.4-1968");

    @Test
    void history_is_drawn_on_a_terminal() {
        assertThat(history(UNICODE).out())
                .isEqualTo(
                        """
                        ○  6666side (head) add prices
                        │ ○  5555last (head) forget invoices
                        │ ○  4444merge (mergepoint) merge
                        │ ├─┐
                        ├─│─┘
                        ○ │  3333shop (shopping) (branchpoint) add names, made up where missing
                        │ ○  2222bill (billing) create invoices
                        ├─┘
                        ○  1111root (branchpoint) create customers
                        """);
    }

    @Test
    void a_terminal_without_box_characters_gets_ascii() {
        assertThat(history(ASCII).out())
                .isEqualTo(
                        """
                        *  6666side (head) add prices
                        | *  5555last (head) forget invoices
                        | *  4444merge (mergepoint) merge
                        | |-.
                        |-|-'
                        * |  3333shop (shopping) (branchpoint) add names, made up where missing
                        | *  2222bill (billing) create invoices
                        |-'
                        *  1111root (branchpoint) create customers
                        """);
    }

    @Test
    void verbose_text_stands_beside_the_lines() {
        assertThat(history(UNICODE, "--verbose", "--range", "2222:4444").out())
                .isEqualTo(
                        """
                        ○    4444merge (mergepoint)
                        ├─┐    message:    merge
                        │ │    revises:    2222bill, 3333shop
                        │ │    children:   5555last
                        │ │    class:      dev.aludel.cli.BranchingHistory$Written
                        │ ○  3333shop (shopping) (branchpoint)
                        │      message:    add names, made up where missing
                        │      revises:    1111root
                        │      labels:     shopping
                        │      children:   4444merge, 6666side
                        │      class:      dev.aludel.cli.BranchingHistory$Written
                        ○  2222bill (billing)
                             message:    create invoices
                             revises:    1111root
                             labels:     billing
                             children:   4444merge
                             class:      dev.aludel.cli.BranchingHistory$Written
                        """);
    }

    @Test
    void a_pipe_gets_lines_of_text_unless_it_asks_for_the_drawing() {
        assertThat(history(Terminal.none()).out())
                .isEqualTo(
                        """
                        3333shop -> 6666side (head), add prices
                        4444merge -> 5555last (head), forget invoices
                        2222bill, 3333shop -> 4444merge (mergepoint), merge
                        1111root -> 3333shop (shopping) (branchpoint), add names, made up where missing
                        1111root -> 2222bill (billing), create invoices
                        <base> -> 1111root (branchpoint), create customers
                        """);
        assertThat(history(Terminal.none(), "--graph")).isEqualTo(history(ASCII));
    }

    @Test
    void a_terminal_gets_no_drawing_if_it_says_so() {
        assertThat(history(UNICODE, "--no-graph")).isEqualTo(history(Terminal.none()));
    }

    @Test
    void colours_come_on_a_terminal_and_when_asked_for() {
        Terminal colored = Terminal.of(80, Map.of(), "UTF-8");

        assertThat(history(colored).out())
                .contains("\033[33m5555last\033[0m \033[32m\033[1m(head)\033[0m forget invoices\n");
        assertThat(history(colored, "--color=never")).isEqualTo(history(UNICODE));
        assertThat(history(UNICODE).out()).doesNotContain("\033[");
        assertThat(history(Terminal.none(), "--color", "always").out()).contains("\033[33m1111root");
        assertThat(history(Terminal.none(), "--color", "auto").out()).doesNotContain("\033[");
    }

    private static CommandRun history(Terminal terminal, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "history";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return CommandRun.of(new BranchingHistory(), terminal, Defaults.forProgram("shop"), arguments);
    }
}
