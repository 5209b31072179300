package dev.aludel.plan;

import static dev.aludel.model.ColumnType.bigInteger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.DialectException;
import dev.aludel.model.Value;
import dev.aludel.offline.OfflineException;
import dev.aludel.offline.Script;
import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void a_script_has_a_comment_a_transaction_and_the_version_row_for_each_revision() {
        TestHistory history =
                new TestHistory().then(schema -> schema.createTable("t", t -> t.column("a", bigInteger())));

        assertThat(script(history).replaceAll("sha256:[0-9a-f]{64}", "sha256:HASH"))
                .isEqualTo(
                        """
                        -- history test for Standard 3.1
                        \\stop_at_first_error

                        -- upgrade r1: revision 1
                        BEGIN;
                        CREATE TABLE IF NOT EXISTS alembic_version (
                            version_num VARCHAR(255) NOT NULL,
                            CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
                        );
                        CREATE TABLE IF NOT EXISTS alembic_version_log (
                            entry BIGINT NOT NULL,
                            part INTEGER NOT NULL,
                            revision VARCHAR(255) NOT NULL,
                            direction VARCHAR(10) NOT NULL,
                            outcome VARCHAR(12) NOT NULL,
                            started_at VARCHAR(24),
                            finished_at VARCHAR(24),
                            run_time_millis BIGINT,
                            who VARCHAR(255),
                            tool VARCHAR(255),
                            tag VARCHAR(255),
                            hash VARCHAR(100),
                            step INTEGER,
                            action VARCHAR(10),
                            summary TEXT,
                            statement TEXT,
                            facts TEXT,
                            CONSTRAINT alembic_version_log_pkc PRIMARY KEY (entry, part)
                        );
                        CREATE TABLE t (
                            a BIG_INTEGER
                        );
                        INSERT INTO alembic_version (version_num) VALUES ('r1');
                        INSERT INTO alembic_version_log (
                            entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
                        )
                        SELECT
                            COALESCE(MAX(entry), 0) + 1,
                            0,
                            'r1',
                            'upgrade',
                            'done',
                            now(),
                            now(),
                            'offline script',
                            'aludel',
                            'sha256:HASH'
                        FROM alembic_version_log;
                        COMMIT;
                        """);
    }

    @Test
    void the_time_of_the_run_is_taken_once_where_it_is_needed() {
        TestHistory history = new TestHistory().then(schema -> {
            schema.createTable("t", t -> t.column("a", bigInteger()));
            schema.update("t").set("a", Value.runTimeMillis());
        });

        assertThat(script(history))
                .containsOnlyOnce("CREATE FUNCTION run_time();")
                .contains("SET a = run_time()");
    }

    @Test
    void a_comment_at_the_end_of_raw_sql_swallows_no_terminator() {
        TestHistory history = new TestHistory().then(schema -> schema.execute("DELETE FROM t -- all of them"));

        assertThat(script(history)).contains("DELETE FROM t -- all of them\n;\n");
    }

    @Test
    void java_has_no_place_in_a_script() {
        TestHistory history = new TestHistory().then(schema -> schema.run("derive slugs", connection -> {}));

        assertThatThrownBy(() -> script(history))
                .isInstanceOf(OfflineException.class)
                .hasMessage(
                        "revision \"r1\" runs Java, \"derive slugs\", which no script can hold: render the range in two parts, before and after it, and run this revision online");
    }

    @Test
    void a_server_that_is_too_old_is_refused() {
        assertThatThrownBy(() -> Script.of(new TestHistory(), new StandardDialect())
                        .version("2.9")
                        .upgrade("head"))
                .isInstanceOf(DialectException.class)
                .hasMessage(
                        "the server is Standard 2.9, and the oldest supported one is Standard 3.0: nothing was executed");
    }

    private static String script(TestHistory history) {
        return Script.of(history, new StandardDialect()).upgrade("head").toString();
    }
}
