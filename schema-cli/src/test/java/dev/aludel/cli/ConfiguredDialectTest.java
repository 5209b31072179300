package dev.aludel.cli;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.operation.Conversion.epochMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.sqlite.ColumnConversion;
import dev.aludel.dialect.sqlite.SqliteDialect;
import dev.aludel.dsl.Schema;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredDialectTest {

    private static final Defaults FOUND = Defaults.forProgram("visits");
    private static final Defaults CONFIGURED = FOUND.dialect(new SqliteDialect(ColumnConversion.NEW_COLUMN));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_run_takes_the_dialect_that_the_program_configured_for_databases_of_its_kind() {
        assertThat(convert(FOUND).out()).contains("CREATE TABLE").doesNotContain("ADD COLUMN");
        assertThat(convert(CONFIGURED).out()).contains("ADD COLUMN").doesNotContain("CREATE TABLE");
    }

    @Test
    void so_does_a_script() {
        String[] script = {"upgrade", "0001:0002", "--sql", "--dialect", "SQLite@3.53"};

        assertThat(run(FOUND, script).out()).doesNotContain("ADD COLUMN");
        assertThat(run(CONFIGURED, script).out()).contains("ADD COLUMN");
    }

    @Test
    void a_name_that_no_dialect_has_is_refused_as_ever() {
        CommandRun refused = run(CONFIGURED, "upgrade", "base:head", "--sql", "--dialect", "oracle");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("no dialect is named \"oracle\"");
    }

    private CommandRun convert(Defaults defaults) {
        String url = "jdbc:sqlite:" + folder.resolve("visits.db");
        assertThat(run(defaults, "upgrade", "0001", "--url", url).code()).isZero();
        return run(defaults, "upgrade", "head", "--dry-run", "--url", url);
    }

    private static CommandRun run(Defaults defaults, String... arguments) {
        return CommandRun.of(new Visits(), defaults, arguments);
    }

    private static final class Visits implements History {

        @Override
        public String name() {
            return "visits";
        }

        @Override
        public List<Revision> revisions() {
            return List.of(new CreateVisits(), new ConvertVisits());
        }
    }

    private static final class CreateVisits implements Revision {

        @Override
        public Header header() {
            return Header.of(RevisionId.of("0001"));
        }

        @Override
        public void upgrade(Schema schema) {
            schema.createTable("visits", t -> {
                t.column("id", string()).primaryKey();
                t.column("begun", datetime());
            });
        }
    }

    private static final class ConvertVisits implements Revision {

        @Override
        public Header header() {
            return Header.of(RevisionId.of("0002")).revises(RevisionId.of("0001"));
        }

        @Override
        public void upgrade(Schema schema) {
            schema.alterTable(
                    "visits", t -> t.column("begun").type(bigInteger()).using(epochMillis(ZoneOffset.UTC)));
        }
    }
}
