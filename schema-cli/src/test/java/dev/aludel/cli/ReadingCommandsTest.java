package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that change nothing, on a history that branches and merges. */
class ReadingCommandsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void heads_lists_every_head() {
        assertThat(run("heads")).isEqualTo(new CommandRun(0, "5555last (head)\n6666side (head)\n", ""));
    }

    @Test
    void heads_tells_all_that_they_declare_when_verbose() {
        assertThat(run("heads", "--verbose").out())
                .isEqualTo(
                        """
                        5555last (head)
                          message:    forget invoices
                          revises:    4444merge
                          class:      dev.aludel.cli.BranchingHistory$Written
                        6666side (head)
                          message:    add prices
                          revises:    3333shop
                          depends on: billing
                          class:      dev.aludel.cli.BranchingHistory$Written
                        """);
    }

    @Test
    void branches_lists_where_lines_part_and_meet_and_the_labels() {
        assertThat(run("branches"))
                .isEqualTo(new CommandRun(
                        0,
                        """
                        1111root (branchpoint)
                            -> 2222bill (billing)
                            -> 3333shop (shopping) (branchpoint)
                        3333shop (shopping) (branchpoint)
                            -> 4444merge (mergepoint)
                            -> 6666side (head)
                        4444merge (mergepoint)
                            <- 2222bill (billing)
                            <- 3333shop (shopping) (branchpoint)
                        billing: 2222bill
                        shopping: 3333shop
                        """,
                        ""));
    }

    @Test
    void branches_of_a_line_are_none() {
        assertThat(CommandRun.of("branches"))
                .isEqualTo(new CommandRun(
                        0, "", "no revision is a branch point or a merge point, and none has a label\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "2222:4444, 4444merge 3333shop 2222bill",
        "billing:4444, 4444merge 3333shop 2222bill",
        ":3333, 3333shop 1111root",
        "3333, 3333shop 1111root",
        "-1:5555, 5555last 4444merge",
        "current:shopping, 3333shop 1111root"
    })
    void history_takes_a_range(String range, String expected) {
        run("upgrade", "1111");

        String out = run("history", "--range", range).out();

        assertThat(out.lines().map(line -> line.replaceAll("^.* -> (\\w+).*", "$1")))
                .containsExactly(expected.split(" "));
    }

    @Test
    void history_asks_no_database_unless_it_must() {
        assertThat(CommandRun.of(new BranchingHistory(), Terminal.none(), Defaults.forProgram("shop"), "history")
                        .code())
                .isZero();
        run("history");
        assertThat(Files.exists(folder.resolve("shop.db"))).isFalse();
        assertThat(CommandRun.of("history", "--range", "current:").err()).contains("--url is missing");
        assertThat(CommandRun.of("history", "--indicate-current").err()).contains("--url is missing");
    }

    @Test
    void history_marks_where_the_database_stands() {
        run("upgrade", "shopping");

        assertThat(run("history", "--indicate-current", "--range", ":4444").out())
                .isEqualTo(
                        """
                        2222bill, 3333shop -> 4444merge (mergepoint), merge
                        1111root -> 3333shop (shopping) (branchpoint) (current), add names, made up where missing
                        1111root -> 2222bill (billing), create invoices
                        <base> -> 1111root (branchpoint), create customers
                        """);
    }

    @Test
    void history_tells_all_that_revisions_declare_when_verbose() {
        assertThat(run("history", "--verbose", "--range", "6666:6666").out())
                .isEqualTo(
                        """
                        6666side (head)
                          message:    add prices
                          revises:    3333shop
                          depends on: billing
                          class:      dev.aludel.cli.BranchingHistory$Written
                        """);
    }

    @Test
    void show_tells_what_a_revision_does_and_what_takes_it_back() {
        assertThat(run("show", "3333"))
                .isEqualTo(new CommandRun(
                        0,
                        """
                        3333shop (shopping) (branchpoint)
                          message:    add names, made up where missing
                          revises:    1111root
                          labels:     shopping
                          children:   4444merge, 6666side
                          class:      dev.aludel.cli.BranchingHistory$Written
                          upgrade
                            1. alter table "customers": add column "name"
                            2. update "customers" (loses data)
                          downgrade, written
                            1. alter table "customers": drop column "name" (loses data)
                        """,
                        ""));
    }

    @Test
    void show_tells_why_there_is_no_way_back() {
        assertThat(run("show", "5555last").out())
                .contains("1. drop table \"invoices\" (loses data)", "downgrade, irreversible: the invoices are gone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "billing          | 2222bill",
                "billing@head     | 5555last",
                "heads            | 5555last 6666side",
                "5555last-1       | 4444merge",
                "current          | 1111root",
                "1111 current     | 1111root",
                "3333 1111        | 3333shop 1111root"
            })
    void show_takes_whatever_stands_for_revisions(String targets, String expected) {
        run("upgrade", "1111");

        String out = run(("show " + targets).split(" ")).out();

        assertThat(out.lines().filter(line -> !line.startsWith(" ")).map(line -> line.replaceAll(" .*", "")))
                .containsExactly(expected.split(" "));
    }

    @Test
    void current_tells_all_that_the_revisions_declare_when_verbose() {
        run("upgrade", "billing");

        assertThat(run("current", "--verbose").out())
                .isEqualTo(
                        """
                        2222bill (billing)
                          message:    create invoices
                          revises:    1111root
                          labels:     billing
                          children:   4444merge
                          class:      dev.aludel.cli.BranchingHistory$Written
                        """);
    }

    @Test
    void check_heads_fails_where_revisions_are_missing_and_names_them() {
        run("upgrade", "4444");

        assertThat(run("current", "--check-heads"))
                .isEqualTo(new CommandRun(
                        1,
                        "4444merge\n",
                        "the database is behind: 2 of the history's revisions are not applied: 5555last, 6666side\n"));
        run("upgrade", "6666");
        run("upgrade", "5555");
        assertThat(run("current", "-c")).isEqualTo(new CommandRun(0, "5555last (head)\n6666side (head)\n", ""));
    }

    @Test
    void check_heads_fails_on_a_revision_that_the_history_lacks() {
        CommandRun.of(Defaults.forProgram("shop").url(url()), "upgrade", "head");

        assertThat(run("current").out()).isEqualTo("2222bbbb\n");
        assertThat(run("current", "--verbose").out()).isEqualTo("2222bbbb (not in this history)\n");
        CommandRun checked = run("current", "--check-heads");
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.err()).contains("error: ", "2222bbbb");
    }

    @Test
    void plan_tells_what_an_upgrade_would_do_and_does_nothing() {
        run("upgrade", "1111");

        CommandRun plan = run("plan", "3333");

        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.err()).matches("plan for \\Q" + url() + "\\E, SQLite [\\d.]+; nothing is executed\n");
        assertThat(plan.out())
                .isEqualTo(
                        """
                        [1/1] upgrade 3333shop: add names, made up where missing
                          in one transaction: a failure leaves nothing of it behind
                          1. alter table "customers": add column "name"
                               ALTER TABLE customers ADD COLUMN name VARCHAR
                               -- writers wait: RESERVED lock on the database, held until the revision commits
                          2. update "customers" (loses data)
                               UPDATE customers
                               SET name = 'nobody'
                               -- writers wait: RESERVED lock on the database, held until the revision commits
                          - record where the database stands
                             record revision "3333shop" in place of "1111root"
                               UPDATE alembic_version SET version_num = '3333shop' WHERE version_num = '1111root'
                               -- nobody waits
                        """);
        assertThat(run("current").out()).isEqualTo("1111root\n");
        assertThat(run("upgrade", "3333", "--dry-run")).isEqualTo(plan);
    }

    @Test
    void plan_tells_what_a_downgrade_would_take_away() {
        run("upgrade", "3333");

        CommandRun plan = run("plan", "-1", "--downgrade");

        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out())
                .startsWith("[1/1] downgrade 3333shop: add names, made up where missing\n")
                .contains("alter table \"customers\": drop column \"name\" (loses data)");
        assertThat(run("downgrade", "-1", "--dry-run")).isEqualTo(plan);
        assertThat(run("current").out()).isEqualTo("3333shop\n");
    }

    @Test
    void plan_prepares_the_version_table_where_there_is_none() {
        assertThat(run("plan", "1111").out())
                .contains("  - prepare the version table and the log\n", "CREATE TABLE IF NOT EXISTS alembic_version");
    }

    @Test
    void plan_says_why_nothing_is_to_be_done() {
        run("upgrade", "4444");

        CommandRun plan = run("plan", "1111");

        assertThat(plan.code()).isZero();
        assertThat(plan.out()).isEmpty();
        assertThat(plan.err()).contains("is applied already", "nothing to do\n");
    }

    @Test
    void plan_fails_as_the_run_would() {
        CommandRun plan = run("plan");

        assertThat(plan.code()).isEqualTo(1);
        assertThat(plan.err()).contains("5555last", "6666side");
        assertThat(plan.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show",
                "show --ulr",
                "show head --sql",
                "plan --ulr",
                "plan 1111 3333",
                "history --color=sometimes",
                "upgrade heads --sql --dialect sqlite --dry-run",
                "upgrade heads --sql --dialect sqlite --json",
                "upgrade 1111:3333 --dry-run",
                "branches 1111"
            })
    void wrong_usage_exits_with_2(String arguments) {
        CommandRun run = run(arguments.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error: ").contains("--help");
        assertThat(Files.exists(folder.resolve("shop.db"))).isFalse();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(
                new BranchingHistory(),
                Terminal.none(),
                Defaults.forProgram("shop").url(url()),
                arguments);
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("shop.db");
    }
}
