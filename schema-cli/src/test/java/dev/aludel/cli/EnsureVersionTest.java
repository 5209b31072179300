package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnsureVersionTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_version_table_is_created_once() {
        assertThat(onDatabase())
                .isEqualTo(new CommandRun(
                        0, "", "the version table \"alembic_version\" was created in %s\n".formatted(url())));
        assertThat(onDatabase())
                .isEqualTo(new CommandRun(
                        0, "", "the version table \"alembic_version\" is there already in %s\n".formatted(url())));
        assertThat(CommandRun.of("upgrade", "head", "--url", url()).code()).isZero();
    }

    @Test
    void json_tells_whether_it_was_missing() {
        CommandRun run = onDatabase("--json", "--version-table", "shop_version");

        assertThat(JsonShape.of("ensure-version").departures(run.out())).isEmpty();
        assertThat(run.out()).contains("\"versionTable\": \"shop_version\"", "\"created\": true");
    }

    @Test
    void sql_creates_the_table_alone() {
        CommandRun run = CommandRun.of("ensure-version", "--sql", "--dialect", "sqlite");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("-- history shop for SQLite ")
                .contains("\n-- create version table \"alembic_version\"\n")
                .contains("BEGIN IMMEDIATE;\nCREATE TABLE IF NOT EXISTS alembic_version (\n")
                .doesNotContain("items", "INSERT")
                .endsWith(");\nCOMMIT;\n");
        assertThat(CommandRun.of("ensure-version", "--sql", "--dialect", "sqlite", "--json")
                        .code())
                .isEqualTo(2);
    }

    private CommandRun onDatabase(String... options) {
        String[] arguments = new String[options.length + 3];
        System.arraycopy(new String[] {"ensure-version", "--url", url()}, 0, arguments, 0, 3);
        System.arraycopy(options, 0, arguments, 3, options.length);
        return CommandRun.of(arguments);
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("shop.db");
    }
}
