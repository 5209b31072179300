package dev.aludel.reliability;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;

import dev.aludel.Migrator;
import dev.aludel.dialect.Dialect;
import dev.aludel.dsl.Schema;
import dev.aludel.error.MigrationException;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.history.Downgrade;
import dev.aludel.model.DialectId;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.contract.LambdaHistory;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.Consumer;

/** Histories that contradict themselves, and revisions that can't be read. */
final class BadHistories {

    private BadHistories() {}

    static List<BadInput> all() {
        return List.of(
                history("two revisions of one id", revision("a"), revision("a")),
                history("a cycle", revision("a", "c"), revision("b", "a"), revision("c", "b")),
                history("a revision that revises itself", revision("a", "a")),
                history("a parent that there isn't", revision("a"), revision("b", "nowhere")),
                history("a revision that revises another twice", revision("a"), revision("b", "a", "a"))
                        .acceptedByAll(),
                BadInput.of("no history on the class path").when(BadHistories::withoutHistory),
                BadInput.of("a history without revisions").acceptedByAll(),
                recording("a revision that throws while it records", schema -> {
                    throw new IllegalStateException("the settings file is missing");
                }),
                recording("a column of a table that there isn't", schema -> schema.dropIndex("ix", "nowhere")),
                recording(
                        "a change of a column that there isn't",
                        schema -> schema.alterTable(
                                "orders", t -> t.column("totl").notNull())),
                recording(
                        "a constraint to drop that there isn't",
                        schema -> schema.alterTable("orders", t -> t.dropConstraint("uq_none"))),
                recording(
                        "a foreign key to a column that there isn't",
                        schema -> schema.alterTable(
                                "orders", t -> t.addForeignKey("id").references("orders", "number"))),
                recording(
                        "a column that is dropped twice",
                        schema -> schema.alterTable("orders", t -> {
                            t.dropColumn("state");
                            t.dropColumn("state");
                        })),
                recording("SQL for other databases only", schema -> schema.on(DialectId.of("oracle"))
                        .execute("SELECT 1 FROM dual")),
                BadInput.of("SQL with a syntax error, after a change")
                        .given(bench -> bench.at(BadHistories::orders, schema -> {
                            schema.alterTable("orders", t -> t.addColumn("note", string(10)));
                            schema.execute("SELEC 1");
                        }))
                        .appliedInPartBy(DatabaseKind.MYSQL, DatabaseKind.MARIADB)
                        .fails(RevisionFailedException.class, "SELEC 1"),
                BadInput.of("Java that throws, after a change")
                        .given(bench -> bench.at(BadHistories::orders, schema -> {
                            schema.alterTable("orders", t -> t.addColumn("note", string(10)));
                            schema.run("derive notes", connection -> {
                                throw new IllegalStateException("no notes today");
                            });
                        }))
                        .appliedInPartBy(DatabaseKind.MYSQL, DatabaseKind.MARIADB)
                        .fails(RevisionFailedException.class, "derive notes", "no notes today"),
                BadInput.of("a downgrade of what can't be reversed")
                        .given(bench -> {
                            bench.at(BadHistories::orders, schema -> schema.dropTable("orders"));
                            bench.follow(new LambdaHistory()
                                    .then("start", BadHistories::orders)
                                    .then("change", schema -> schema.execute("DELETE FROM orders")));
                            bench.migrator().upgrade("head");
                        })
                        .when(bench -> bench.migrator().downgrade("-1"))
                        .fails(MigrationException.class, "\"change\""));
    }

    private static void withoutHistory(Bench bench) throws Exception {
        Dialect dialect = bench.dialect();
        Thread thread = Thread.currentThread();
        ClassLoader all = thread.getContextClassLoader();
        try (URLClassLoader none = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(none);
            Migrator.on(bench.dataSource()).dialect(dialect).build().upgrade("head");
        } finally {
            thread.setContextClassLoader(all);
        }
    }

    private static BadInput history(String name, Header... headers) {
        LambdaHistory history = new LambdaHistory();
        List.of(headers).forEach(header -> history.with(header, BadHistories::nothing, Downgrade.derived()));
        return BadInput.of(name).given(bench -> bench.follow(history));
    }

    private static BadInput recording(String name, Consumer<Schema> change) {
        return BadInput.of(name)
                .given(bench -> bench.at(BadHistories::orders, change, "INSERT INTO orders VALUES (1, 'new')"))
                .fails(MigrationException.class, "\"change\"");
    }

    private static Header revision(String id, String... parents) {
        Header header = Header.of(RevisionId.of(id));
        return parents.length == 0
                ? header
                : header.revises(List.of(parents).stream().map(RevisionId::of).toArray(RevisionId[]::new));
    }

    private static void orders(Schema schema) {
        schema.createTable("orders", t -> {
            t.column("id", integer()).primaryKey();
            t.column("state", string(20));
        });
    }

    private static void nothing(Schema schema) {}
}
