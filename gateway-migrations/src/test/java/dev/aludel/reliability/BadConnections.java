package dev.aludel.reliability;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.testing.DatabaseKind.MARIADB;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.POSTGRESQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;

import dev.aludel.dsl.Schema;
import dev.aludel.error.MigrationException;
import dev.aludel.execute.MigrationListener;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.model.DialectId;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.testing.DatabaseKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Connections that can't be had, may not write, or break. */
final class BadConnections {

    private static final Map<DatabaseKind, String> READ_ONLY = Map.of(
            SQLITE, "PRAGMA query_only = 1",
            POSTGRESQL, "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
            MYSQL, "SET SESSION TRANSACTION READ ONLY",
            MARIADB, "SET SESSION TRANSACTION READ ONLY");

    private BadConnections() {}

    static List<BadInput> all() {
        return List.of(
                ready("a wrong password").on(POSTGRESQL, MYSQL, MARIADB).when(bench -> {
                    restrict(bench);
                    bench.connectBy(Sources.of(bench.database().url(), user(bench), "s3cr3t-but-wrong"));
                    bench.migrator().upgrade("head");
                }),
                ready("a server that isn't there")
                        .on(POSTGRESQL, MYSQL, MARIADB)
                        .when(bench -> {
                            String url = bench.database().url().replaceFirst(":\\d+/", ":1/");
                            bench.connectBy(Sources.of(url, "somebody", "s3cr3t"));
                            bench.migrator().upgrade("head");
                        }),
                ready("a database that isn't there")
                        .on(POSTGRESQL, MYSQL, MARIADB)
                        .when(bench -> {
                            String url = bench.database()
                                    .url()
                                    .replace(bench.database().name(), "no_such_database");
                            bench.connectBy(Sources.of(
                                    url,
                                    bench.database().user(),
                                    bench.database().password()));
                            bench.migrator().upgrade("head");
                        }),
                ready("a file that is no database").on(SQLITE).when(bench -> {
                    Path file = Files.createTempFile("no-database", ".db");
                    Files.writeString(file, "This is a letter, and no database.\n".repeat(100));
                    try {
                        bench.connectBy(Sources.of("jdbc:sqlite:" + file, "", ""));
                        bench.migrator().upgrade("head");
                    } finally {
                        Files.delete(file);
                    }
                }),
                ready("a data source that is closed").when(bench -> {
                    bench.connectBy(Sources.closed());
                    bench.migrator().upgrade("head");
                }),
                ready("a pool of one connection")
                        .when(bench -> {
                            bench.connectBy(Sources.poolOfOne(bench.database().dataSource()));
                            bench.migrator().upgrade("head");
                        })
                        .acceptedByAll(),
                ready("connections that don't commit by themselves")
                        .when(bench -> {
                            bench.connectBy(
                                    Sources.withoutAutocommit(bench.database().dataSource()));
                            bench.migrator().upgrade("head");
                        })
                        .acceptedByAll(),
                ready("a connection with a transaction that somebody began, whose work is committed first")
                        .when(bench -> {
                            bench.connectBy(Sources.withoutAutocommit(
                                    bench.database().dataSource(), "INSERT INTO orders VALUES (7, 'mine', 1)"));
                            bench.migrator().upgrade("head");
                        })
                        .acceptedByAll(),
                ready("a connection that may only read").when(bench -> {
                    bench.connectBy(
                            Sources.prepared(bench.database().dataSource(), READ_ONLY.getOrDefault(bench.kind(), "")));
                    bench.migrator().upgrade("head");
                }),
                ready("a user who may only read").on(POSTGRESQL, MYSQL, MARIADB).when(bench -> {
                    restrict(bench);
                    bench.connectBy(Sources.of(bench.database().url(), user(bench), "s3cr3t"));
                    bench.migrator().upgrade("head");
                }),
                BadInput.of("a statement that takes longer than the server allows")
                        .on(POSTGRESQL, MARIADB)
                        .given(bench -> bench.at(
                                BadConnections::start,
                                schema -> {
                                    schema.on(DialectId.POSTGRESQL)
                                            .execute("SELECT pg_sleep(20)")
                                            .on(DialectId.MYSQL)
                                            .execute("UPDATE orders SET state = 'x' WHERE SLEEP(20) = 0");
                                },
                                "INSERT INTO orders VALUES (1, 'new', 1)"))
                        .when(bench -> {
                            bench.connectBy(Sources.prepared(
                                    bench.database().dataSource(),
                                    bench.kind() == POSTGRESQL
                                            ? "SET statement_timeout = '300ms'"
                                            : "SET max_statement_time = 0.3"));
                            bench.migrator().upgrade("head");
                        })
                        .fails(RevisionFailedException.class, "time"),
                BadInput.of("a disk that is full")
                        .on(SQLITE)
                        .given(
                                bench -> bench.at(
                                        BadConnections::start,
                                        BadConnections::convert,
                                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO orders SELECT i, 'state of the order', i FROM n"))
                        .when(bench -> {
                            bench.connectBy(
                                    Sources.prepared(bench.database().dataSource(), "PRAGMA max_page_count = 1"));
                            bench.migrator().upgrade("head");
                        })
                        .fails(RevisionFailedException.class, "full"),
                ready("a connection that breaks in the middle")
                        .on(POSTGRESQL, MYSQL, MARIADB)
                        .given(bench -> bench.at(BadConnections::start, schema -> schema.on(DialectId.POSTGRESQL)
                                .execute("SELECT pg_terminate_backend(pg_backend_pid())")
                                .on(DialectId.MYSQL)
                                .execute("KILL CONNECTION_ID()")))
                        .fails(MigrationException.class),
                ready("a listener that throws")
                        .when(bench ->
                                bench.builder().listener(new Grumpy()).build().upgrade("head"))
                        .fails(MigrationException.class, "no mood for this"));
    }

    /** Throws at the first thing that it hears of a revision's work. */
    private static final class Grumpy implements MigrationListener {
        @Override
        public void actionStarted(PlannedRevision revision, Action action) {
            throw new IllegalStateException("no mood for this");
        }
    }

    private static BadInput ready(String name) {
        return BadInput.of(name)
                .given(bench -> bench.at(
                        BadConnections::start, BadConnections::convert, "INSERT INTO orders VALUES (1, 'new', 5)"));
    }

    /** Makes a user who may read, and no more. */
    private static void restrict(Bench bench) throws Exception {
        String user = user(bench);
        if (bench.kind() == POSTGRESQL) {
            bench.database()
                    .execute(
                            "CREATE ROLE %s LOGIN PASSWORD 's3cr3t'".formatted(user),
                            "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + user);
        } else {
            bench.database()
                    .execute(
                            "CREATE USER '%s'@'%%' IDENTIFIED BY 's3cr3t'".formatted(user),
                            "GRANT SELECT ON %s.* TO '%s'@'%%'"
                                    .formatted(bench.database().name(), user));
        }
    }

    private static String user(Bench bench) {
        return "reader_" + Integer.toHexString(bench.database().name().hashCode() & 0xffffff);
    }

    private static void start(Schema schema) {
        schema.createTable("orders", t -> {
            t.column("id", integer()).primaryKey();
            t.column("state", string(20));
            t.column("amount", integer());
        });
    }

    private static void convert(Schema schema) {
        schema.alterTable("orders", t -> t.column("amount").type(bigInteger()).notNull());
    }
}
