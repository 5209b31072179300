package dev.aludel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.gateway.GatewayJar.Outcome;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunnableJarTest {

    private static final String HEAD = "20250930_token_usage (head)\n";

    @TempDir
    private Path folder = Path.of("");

    private GatewayJar jar = new GatewayJar(folder);

    @BeforeEach
    void useFolder() {
        jar = new GatewayJar(folder);
    }

    @Test
    void upgrades_a_file_in_the_working_folder_when_no_database_is_named() {
        Outcome upgrade = jar.run("upgrade", "head");

        assertThat(upgrade.code()).as(upgrade.err()).isZero();
        assertThat(upgrade.out()).isEqualTo(HEAD);
        assertThat(upgrade.err())
                .matches(
                        """
                        upgrading jdbc:sqlite:gateway.db
                        \\[1/5] upgrade d5b3f8f2e9a0: create initial database . [^\\n]+ m?s
                        \\[2/5] upgrade b1c2d3e4f5g6: add database indexes . [^\\n]+ m?s
                        \\[3/5] upgrade f6e7d8c9b0a1: convert timestamps to epoch and align columns . [^\\n]+ m?s
                        \\[4/5] upgrade 079e06e9b448: add tasks, task events and feedback . [^\\n]+ m?s
                        \\[5/5] upgrade 20250930_token_usage: add token usage to tasks . [^\\n]+ m?s
                        """);
        assertThat(folder.resolve("gateway.db")).exists();
        assertThat(jar.run("current")).isEqualTo(new Outcome(0, HEAD, ""));
    }

    @Test
    void goes_step_by_step_down_to_base_and_says_so() {
        jar.run("upgrade", "head");

        assertThat(jar.run("downgrade", "-1").out()).isEqualTo("079e06e9b448\n");
        assertThat(jar.run("upgrade", "head").out()).isEqualTo(HEAD);
        assertThat(jar.run("upgrade", "head").err()).isEqualTo("upgrading jdbc:sqlite:gateway.db\nnothing to do\n");
        assertThat(jar.run("downgrade", "base").out()).isEmpty();
        assertThat(jar.run("current"))
                .isEqualTo(new Outcome(0, "", "no revision is applied to jdbc:sqlite:gateway.db\n"));
    }

    @Test
    void starts_from_an_archive_of_its_classes() throws IOException {
        jar.java("-XX:ArchiveClassesAtExit=gateway.jsa").run("upgrade", "head");

        Outcome current = jar.java("-XX:SharedArchiveFile=gateway.jsa", "-Xlog:class+load:file=classes.txt")
                .run("current");

        assertThat(current).isEqualTo(new Outcome(0, HEAD, ""));
        assertThat(folder.resolve("classes.txt"))
                .content()
                .containsPattern(" dev\\.aludel\\.Migrator source: shared objects file \\(top\\)");
    }

    @Test
    void stamps_a_database_without_running_anything() {
        assertThat(jar.run("stamp", "head")).isEqualTo(new Outcome(0, HEAD, "stamping jdbc:sqlite:gateway.db\n"));
        assertThat(jar.run("upgrade", "head").err()).contains("nothing to do");
    }

    @Test
    void writes_a_revision_into_a_source_folder() throws IOException {
        Files.createDirectories(folder.resolve("src/main/java"));

        Outcome revision = jar.run("revision", "-m", "add invoices");

        assertThat(revision)
                .isEqualTo(
                        new Outcome(
                                0,
                                "src/main/java/dev/aludel/gateway/AddInvoices.java\n",
                                """
                        add it to the list of revisions in dev.aludel.gateway.GatewayHistory:
                            new AddInvoices()
                        """));
        assertThat(folder.resolve("src/main/java/dev/aludel/gateway/AddInvoices.java"))
                .content()
                .contains(".revises(RevisionId.of(\"20250930_token_usage\"))");
    }

    @Test
    void its_history_passes_its_own_check() {
        assertThat(jar.run("check-history"))
                .isEqualTo(new Outcome(
                        0, "", "history gateway, rendered for MySQL, PostgreSQL, SQLite: nothing to put right\n"));
    }

    @Test
    void logs_what_it_does_and_verifies_it() {
        jar.run("upgrade", "+1", "--tag", "release 7");

        assertThat(jar.run("log").out()).contains("upgrade d5b3f8f2e9a0  done in ", "(release 7)");
        assertThat(jar.run("verify")).isEqualTo(new Outcome(0, "d5b3f8f2e9a0  unchanged\n", ""));
    }

    @Test
    void makes_sure_of_the_version_table_once() {
        assertThat(jar.run("ensure-version").code()).isZero();
        assertThat(jar.run("current").code()).isZero();
    }

    @Test
    void says_when_there_is_nothing_to_resume_or_to_merge() {
        Outcome resumed = jar.run("resume");
        Outcome merged = jar.run("merge", "-m", "join", "--source", "src");

        assertThat(resumed.code()).isEqualTo(1);
        assertThat(resumed.err()).contains("there is nothing to resume");
        assertThat(merged.code()).isEqualTo(1);
        assertThat(merged.err()).contains("a merge joins two revisions or more");
    }

    @Test
    void prints_a_completion_script() {
        assertThat(jar.run("completion").out()).contains("_complete_gateway-migrations");
    }

    @Test
    void lists_its_revisions_without_a_database() {
        assertThat(jar.run("history"))
                .isEqualTo(new Outcome(
                        0,
                        """
                        079e06e9b448 -> 20250930_token_usage (head), add token usage to tasks
                        f6e7d8c9b0a1 -> 079e06e9b448, add tasks, task events and feedback
                        b1c2d3e4f5g6 -> f6e7d8c9b0a1, convert timestamps to epoch and align columns
                        d5b3f8f2e9a0 -> b1c2d3e4f5g6, add database indexes
                        <base> -> d5b3f8f2e9a0, create initial database
                        """,
                        ""));
        assertThat(jar.run("heads")).isEqualTo(new Outcome(0, HEAD, ""));
        assertThat(folder.resolve("gateway.db")).doesNotExist();
    }

    @Test
    void history_is_drawn_when_asked_for_and_marks_where_the_database_stands() {
        jar.run("upgrade", "f6e7");

        Outcome drawn = jar.run("history", "--graph", "--range", "current:", "--indicate-current", "--color=never");

        assertThat(drawn)
                .isEqualTo(new Outcome(
                        0,
                        """
                        *  20250930_token_usage (head) add token usage to tasks
                        *  079e06e9b448 add tasks, task events and feedback
                        *  f6e7d8c9b0a1 (current) convert timestamps to epoch and align columns
                        """,
                        ""));
    }

    @Test
    void shows_what_a_revision_does_and_its_way_back() {
        Outcome shown = jar.run("show", "head");

        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.err()).isEmpty();
        assertThat(shown.out())
                .startsWith("20250930_token_usage (head)\n  message:    add token usage to tasks\n")
                .contains("  upgrade\n    1. ", "  downgrade, derived\n    1. ");
        assertThat(folder.resolve("gateway.db")).doesNotExist();
    }

    @Test
    void plans_what_an_upgrade_and_a_downgrade_would_do() {
        jar.run("upgrade", "+1");

        Outcome plan = jar.run("plan", "+1");

        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.err()).matches("plan for jdbc:sqlite:gateway.db, SQLite [\\d.]+; nothing is executed\n");
        assertThat(plan.out())
                .startsWith("[1/1] upgrade b1c2d3e4f5g6: add database indexes\n  in one transaction")
                .contains("CREATE INDEX ");
        assertThat(jar.run("upgrade", "+1", "--dry-run")).isEqualTo(plan);
        assertThat(jar.run("downgrade", "base", "--dry-run").out()).contains("DROP TABLE", "(loses data)");
        assertThat(jar.run("plan", "base", "--downgrade").out()).contains("DROP TABLE", "(loses data)");
        assertThat(jar.run("current").out()).isEqualTo("d5b3f8f2e9a0\n");
    }

    @Test
    void tells_by_its_exit_code_whether_the_database_is_up_to_date() {
        assertThat(jar.run("current", "--check-heads").code()).isEqualTo(1);
        assertThat(jar.run("upgrade", "079e").code()).isZero();
        assertThat(jar.run("current", "--check-heads"))
                .isEqualTo(new Outcome(
                        1,
                        "079e06e9b448\n",
                        "the database is behind: 1 of the history's revisions is not applied: 20250930_token_usage\n"));
        jar.run("upgrade", "head");
        assertThat(jar.run("current", "--check-heads")).isEqualTo(new Outcome(0, HEAD, ""));
    }

    @Test
    void a_history_without_branches_has_none_to_print() {
        assertThat(jar.run("branches"))
                .isEqualTo(
                        new Outcome(0, "", "no revision is a branch point or a merge point, and none has a label\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "current, current",
        "plan, plan",
        "plan, upgrade head --dry-run",
        "run, upgrade head",
        "history, history --indicate-current",
        "heads, heads",
        "branches, branches",
        "show, show head d5b3"
    })
    void prints_json_of_the_documented_shape(String shape, String command) {
        Outcome printed = jar.run((command + " --json").split(" "));

        assertThat(printed.code()).as(printed.err()).isZero();
        assertThat(JsonShape.of(shape).departures(printed.out()))
                .as(printed.out())
                .isEmpty();
    }

    @DatabaseTest({DatabaseKind.POSTGRESQL, DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void plans_for_every_database_in_text_and_in_json(TestDatabase database) {
        List<String> login =
                List.of("--url", database.url(), "--user", database.user(), "--password-env", "GATEWAY_TEST_PASSWORD");
        Map<String, String> environment = Map.of("GATEWAY_TEST_PASSWORD", database.password());

        Outcome text = jar.run(environment, arguments(login, "plan"));
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).contains("[5/5] upgrade 20250930_token_usage", " wait: ");

        Outcome json = jar.run(environment, arguments(login, "plan", "--json"));
        assertThat(JsonShape.of("plan").departures(json.out())).isEmpty();
        assertThat(GatewayTables.of(database)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sqlite,sqlite", "postgresql,postgresql", "mysql,mysql"})
    void prints_sql_alone_and_makes_no_connection(String dialect, String golden) throws IOException {
        Outcome script = jar.run("upgrade", "head", "--sql", "--dialect", dialect);

        assertThat(script.code()).as(script.err()).isZero();
        assertThat(script.err()).isEmpty();
        assertThat(script.out()).isEqualTo(golden(golden, "upgrade-base-to-20250930_token_usage.sql"));
        assertThat(folder.resolve("gateway.db")).doesNotExist();
    }

    @Test
    void prints_sql_for_a_version_of_the_server() {
        assertThat(jar.run("upgrade", "head", "--sql", "--dialect", "mysql@10.11.5-MariaDB")
                        .out())
                .startsWith("-- history gateway for MariaDB 10.11.5\n");
    }

    @Test
    void prints_sql_for_a_range_either_way() throws IOException {
        assertThat(jar.run("upgrade", "b1c2d3e4f5g6:f6e7d8c9b0a1", "--sql", "--dialect", "postgresql")
                        .out())
                .isEqualTo(golden("postgresql", "upgrade-b1c2d3e4f5g6-to-f6e7d8c9b0a1.sql"));
        assertThat(jar.run("downgrade", "f6e7d8c9b0a1:b1c2d3e4f5g6", "--sql", "--dialect", "mysql")
                        .out())
                .isEqualTo(golden("mysql", "downgrade-f6e7d8c9b0a1-to-b1c2d3e4f5g6.sql"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "upgrade",
                "upgarde head",
                "upgrade head --ulr x",
                "upgrade head --sql",
                "upgrade head --sql --dialect db2",
                "upgrade head --sql --dialect sqlite --json",
                "show",
                "plan --ulr",
                "history --color=sometimes",
                "upgrade base:head",
                "downgrade -1 --sql --dialect sqlite",
                "upgrade head --password-env NOT_SET_ANYWHERE"
            })
    void wrong_usage_exits_with_2_and_touches_nothing(String arguments) {
        Outcome outcome = jar.run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isNotBlank().doesNotContain("\tat ");
        assertThat(folder.resolve("gateway.db")).doesNotExist();
    }

    @Test
    void a_failure_exits_with_1_and_a_message_without_a_stack_trace() {
        Outcome outcome = jar.run("upgrade", "nowhere");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("error: ", "nowhere").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:1/none?user=u&password=s3cret&connectTimeout=2",
                "jdbc:postgresql://localhost:x/none?password=s3cret",
                "jdbc:postgresql://u:s3cret@localhost:1/none?connectTimeout=2",
                "jdbc:mysql://u:s3cret@localhost:1/none?connectTimeout=2000",
                "jdbc:mysql://u:s3cret@localhost:x/none",
                "jdbc:nothing://u:s3cret@localhost/none"
            })
    void a_database_out_of_reach_exits_with_1_and_betrays_no_password(String url) {
        Outcome outcome = jar.run("upgrade", "head", "--url", url);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("error: ").doesNotContain("s3cret").doesNotContain("\tat ");
    }

    @DatabaseTest({DatabaseKind.POSTGRESQL, DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void takes_url_user_and_password_from_options_and_environment(TestDatabase database) {
        List<String> login =
                List.of("--url", database.url(), "--user", database.user(), "--password-env", "GATEWAY_TEST_PASSWORD");
        Map<String, String> environment = Map.of("GATEWAY_TEST_PASSWORD", database.password());

        Outcome upgrade = jar.run(environment, arguments(login, "upgrade", "head"));
        assertThat(upgrade.code()).as(upgrade.err()).isZero();
        assertThat(upgrade.out()).isEqualTo(HEAD);
        assertThat(GatewayTables.of(database))
                .isEqualTo(GatewayTables.after(AddTokenUsage.ID.value(), database.kind()));

        Outcome downgrade = jar.run(environment, arguments(login, "downgrade", "base"));
        assertThat(downgrade.code()).as(downgrade.err()).isZero();
        assertThat(GatewayTables.of(database)).isEmpty();
    }

    private static String[] arguments(List<String> login, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(login);
        return all.toArray(String[]::new);
    }

    private static String golden(String kind, String file) throws IOException {
        return Files.readString(Path.of("src/test/resources/golden", kind, file));
    }
}
