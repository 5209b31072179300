package dev.aludel.cli;

import static dev.aludel.model.ColumnType.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dsl.Schema;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralHistoriesTest {

    private static final List<Class<?>> BOTH = List.of(Shop.class, Billing.class);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_only_history_on_the_class_path_needs_no_name() throws IOException {
        assertThat(run(List.of(Billing.class), "heads")).isEqualTo(new CommandRun(0, "b111 (head)\n", ""));
    }

    @Test
    void one_of_several_is_chosen_by_its_name() throws IOException {
        assertThat(run(BOTH, "heads", "--history", "billing").out()).isEqualTo("b111 (head)\n");
        assertThat(run(BOTH, "--history", "shop", "heads").out()).isEqualTo("2222bbbb (head)\n");
    }

    @Test
    void none_chosen_of_several_is_wrong_usage_that_names_them() throws IOException {
        CommandRun run = run(BOTH, "upgrade", "head", "--url", url());

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains("--history is missing: the class path holds several, \"billing\", \"shop\"");
    }

    @Test
    void a_name_that_no_history_has_is_wrong_usage_that_lists_them() throws IOException {
        CommandRun run = run(BOTH, "heads", "--history", "stock");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no history is named \"stock\"; found: \"billing\" (", "), \"shop\" (");
    }

    @Test
    void no_history_at_all_says_how_to_declare_one() throws IOException {
        CommandRun run = run(List.of(), "heads");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("no history was found", "@AutoService(History.class)");
    }

    @Test
    void histories_are_listed_with_their_version_tables() throws IOException {
        assertThat(run(BOTH, "histories"))
                .isEqualTo(new CommandRun(
                        0, "billing, version table billing_version\nshop, version table alembic_version\n", ""));

        CommandRun json = run(BOTH, "histories", "--json");
        assertThat(JsonShape.of("histories").departures(json.out())).isEmpty();
        assertThat(json.out()).contains("\"name\": \"billing\"", "\"versionTable\": \"billing_version\"");
    }

    @Test
    void two_histories_live_in_one_database_by_the_version_tables_that_they_name() throws IOException {
        run(BOTH, "upgrade", "head", "--history", "shop", "--url", url());
        run(BOTH, "upgrade", "head", "--history", "billing", "--url", url());
        run(BOTH, "downgrade", "base", "--history", "shop", "--url", url());

        assertThat(run(BOTH, "current", "--history", "shop", "--url", url()).out())
                .isEmpty();
        assertThat(run(BOTH, "current", "--history", "billing", "--url", url()).out())
                .isEqualTo("b111 (head)\n");
    }

    @Test
    void the_version_table_of_another_history_is_named_as_such() throws IOException {
        run(BOTH, "upgrade", "head", "--history", "shop", "--url", url());

        CommandRun run = run(
                BOTH, "upgrade", "head", "--history", "billing", "--url", url(), "--version-table", "alembic_version");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "The version table \"alembic_version\" belongs to the history \"shop\", whose revisions it holds: \"2222bbbb\".",
                        "--version-table");
    }

    @Test
    void sql_names_the_version_table_of_its_history() throws IOException {
        assertThat(run(BOTH, "upgrade", "head", "--history", "billing", "--sql", "--dialect", "sqlite")
                        .out())
                .contains("INSERT INTO billing_version (version_num) VALUES ('b111');")
                .doesNotContain("alembic_version");
    }

    /** Runs a command of a program on whose class path these histories are declared. */
    private CommandRun run(List<Class<?>> histories, String... arguments) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(
                services.resolve(History.class.getName()),
                histories.stream().map(Class::getName).toList());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL[] places = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(places, before)) {
            thread.setContextClassLoader(loader);
            return CommandRun.onClassPath(Defaults.forProgram("migrations"), arguments);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("shared.db");
    }

    /** A history that keeps the standard version table. */
    public static final class Shop implements History {

        public Shop() {}

        @Override
        public String name() {
            return "shop";
        }

        @Override
        public List<Revision> revisions() {
            return new ShopHistory().revisions();
        }
    }

    /** A history with a version table of its own. */
    public static final class Billing implements History {

        public Billing() {}

        @Override
        public String name() {
            return "billing";
        }

        @Override
        public String versionTable() {
            return "billing_version";
        }

        @Override
        public List<Revision> revisions() {
            return List.of(new CreateInvoices());
        }
    }

    private static final class CreateInvoices implements Revision {

        @Override
        public Header header() {
            return Header.of(RevisionId.of("b111")).message("create invoices");
        }

        @Override
        public void upgrade(Schema schema) {
            schema.createTable("invoices", t -> t.column("id", string()).primaryKey());
        }
    }
}
