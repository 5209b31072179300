package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static final String BOTH_REVISIONS =
            """
            \\[1/2] upgrade 1111aaaa: create items … \\d+ ms
            \\[2/2] upgrade 2222bbbb: add price … \\d+ ms
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void upgrade_applies_the_revisions_and_prints_where_the_database_stands() {
        CommandRun run = onDatabase("upgrade", "head");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("2222bbbb (head)\n");
        assertThat(run.err()).matches("upgrading " + url() + "\n" + BOTH_REVISIONS);
    }

    @Test
    void upgrade_at_the_head_says_that_there_is_nothing_to_do() {
        onDatabase("upgrade", "head");

        CommandRun run = onDatabase("upgrade", "head");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("2222bbbb (head)\n");
        assertThat(run.err()).isEqualTo("upgrading %s\nnothing to do\n".formatted(url()));
    }

    @Test
    void downgrade_takes_a_negative_number_for_a_target() {
        onDatabase("upgrade", "head");

        CommandRun run = onDatabase("downgrade", "-1");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("1111aaaa\n");
        assertThat(run.err()).contains("downgrade 2222bbbb: add price … ");
    }

    @Test
    void downgrade_to_base_leaves_nothing_to_print() {
        onDatabase("upgrade", "head");

        CommandRun run = onDatabase("downgrade", "base");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
    }

    @Test
    void current_prints_where_the_database_stands() {
        onDatabase("upgrade", "+1");

        assertThat(onDatabase("current")).isEqualTo(new CommandRun(0, "1111aaaa\n", ""));
    }

    @Test
    void current_prints_nothing_where_nothing_is_applied() {
        assertThat(onDatabase("current"))
                .isEqualTo(new CommandRun(0, "", "no revision is applied to %s\n".formatted(url())));
    }

    @Test
    void history_lists_the_revisions_newest_first() {
        assertThat(CommandRun.of("history"))
                .isEqualTo(new CommandRun(
                        0,
                        """
                        1111aaaa -> 2222bbbb (head), add price
                        <base> -> 1111aaaa, create items
                        """,
                        ""));
    }

    @Test
    void heads_lists_the_newest_revisions() {
        assertThat(CommandRun.of("heads")).isEqualTo(new CommandRun(0, "2222bbbb (head)\n", ""));
    }

    @Test
    void stamp_records_a_revision_and_runs_nothing() {
        CommandRun run = onDatabase("stamp", "head");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("2222bbbb (head)\n");
        assertThat(onDatabase("downgrade", "-1").code())
                .as("the column was never added")
                .isEqualTo(1);
    }

    @Test
    void verbose_shows_each_statement() {
        CommandRun run = onDatabase("upgrade", "head", "--verbose");

        assertThat(run.out()).isEqualTo("2222bbbb (head)\n");
        assertThat(run.err()).contains("CREATE TABLE items", "ADD COLUMN price", "done in ");
    }

    @Test
    void another_version_table_keeps_another_history() {
        onDatabase("upgrade", "head", "--version-table", "shop_version");

        assertThat(onDatabase("current").out()).isEmpty();
        assertThat(onDatabase("current", "--version-table", "shop_version").out())
                .isEqualTo("2222bbbb (head)\n");
    }

    @Test
    void a_program_may_have_a_database_of_its_own() {
        Defaults defaults = Defaults.forProgram("shop").url(url());

        assertThat(CommandRun.of(defaults, "upgrade", "head").code()).isZero();
        assertThat(onDatabase("current").out()).isEqualTo("2222bbbb (head)\n");
    }

    @Test
    void sql_is_all_that_is_printed_and_no_database_is_touched() {
        CommandRun run = onDatabase("upgrade", "head", "--sql", "--dialect", "sqlite");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("-- ")
                .contains("CREATE TABLE items", "INSERT INTO alembic_version")
                .endsWith(";\n");
        assertThat(Files.exists(folder.resolve("shop.db"))).isFalse();
    }

    @Test
    void sql_covers_a_range_either_way() {
        assertThat(CommandRun.of("upgrade", "1111aaaa:head", "--sql", "--dialect", "sqlite@3.40")
                        .out())
                .contains("ADD COLUMN price")
                .doesNotContain("CREATE TABLE items");
        assertThat(CommandRun.of("downgrade", "2222:1111", "--sql", "--dialect", "sqlite")
                        .out())
                .contains("DROP COLUMN price")
                .doesNotContain("DROP TABLE items");
    }

    private CommandRun onDatabase(String... arguments) {
        return CommandRun.of(Defaults.forProgram("shop").url(url()), arguments);
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("shop.db");
    }
}
