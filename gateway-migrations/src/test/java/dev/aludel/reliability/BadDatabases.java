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
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.model.Value;
import dev.aludel.testing.contract.LambdaHistory;
import java.util.List;
import java.util.function.Consumer;

/** Databases that aren't what the revisions say. */
final class BadDatabases {

    private BadDatabases() {}

    static List<BadInput> all() {
        return List.of(
                BadInput.of("another tool's version table, of 32 characters, and an id of 40")
                        .given(bench -> {
                            bench.follow(new LambdaHistory()
                                    .then("an_id_of_more_than_thirty_two_characters", BadDatabases::start));
                            bench.database()
                                    .execute(
                                            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)");
                        })
                        .fails(MigrationException.class, "40 characters", "holds 32"),
                versionRows("a revision in the version table that the history doesn't have", "'gone'")
                        .fails(MigrationException.class, "\"gone\""),
                versionRows("a revision and its ancestor in the version table", "'start'), ('change'")
                        .acceptedByAll(),
                versionRows("the empty text in the version table", "''"),
                versionRows("two unknown revisions in the version table", "'gone'), ('lost'")
                        .fails(MigrationException.class, "\"gone\""),
                BadInput.of("both branches in the version table, and an upgrade to a head of one")
                        .given(bench -> {
                            bench.follow(BadTargets.twoHeads());
                            bench.migrator().upgrade("heads");
                        })
                        .when(bench -> bench.migrator().downgrade("-1")),
                BadInput.of("a version table without the column version_num").given(bench -> {
                    bench.follow(new LambdaHistory().then("start", BadDatabases::start));
                    bench.database().execute("CREATE TABLE alembic_version (version VARCHAR(32))");
                }),
                change("a table of the revisions that somebody dropped", BadDatabases::convert, "DROP TABLE orders")
                        .fails(RevisionFailedException.class, "\"orders\""),
                change(
                                "a column of the revisions that somebody renamed",
                                BadDatabases::convert,
                                "ALTER TABLE orders RENAME COLUMN amount TO total")
                        .fails(RevisionFailedException.class, "amount"),
                change(
                                "a table that the revision is to create",
                                schema -> schema.createTable(
                                        "items", t -> t.column("id", integer()).primaryKey()),
                                "CREATE TABLE items (precious INTEGER)")
                        .fails(RevisionFailedException.class, "items"),
                change(
                                "a column that the revision is to add",
                                schema -> schema.alterTable("orders", t -> t.addColumn("note", string(20))),
                                "ALTER TABLE orders ADD COLUMN note INTEGER")
                        .fails(RevisionFailedException.class, "note"),
                change(
                                "an index that the revision is to drop, and somebody dropped",
                                schema -> schema.dropIndex("ix_orders", "orders"),
                                "DROP INDEX ix_orders")
                        .on(SQLITE, POSTGRESQL)
                        .fails(RevisionFailedException.class, "ix_orders"),
                change(
                                "an index, a view and a trigger that the revisions don't know",
                                BadDatabases::convert,
                                "CREATE INDEX by_hand ON orders (state, id)",
                                "CREATE VIEW open_orders AS SELECT id FROM orders WHERE state = 'open'",
                                "CREATE TRIGGER by_hand_too AFTER INSERT ON orders BEGIN UPDATE orders SET state = 'x' WHERE id = -1; END")
                        .on(SQLITE)
                        .acceptedByAll(),
                change(
                                "an index that the revisions don't know",
                                BadDatabases::convert,
                                "CREATE INDEX by_hand ON orders (state, id)")
                        .acceptedByAll(),
                change(
                                "a view over a column that changes its type",
                                BadDatabases::convert,
                                "CREATE VIEW amounts AS SELECT amount FROM orders")
                        .on(POSTGRESQL)
                        .fails(RevisionFailedException.class, "amount"),
                change(
                                "a trigger that would fire for each row of a filling",
                                schema -> schema.alterTable("orders", t -> t.column("state")
                                        .fillNull(Value.of("new"))
                                        .notNull()),
                                "INSERT INTO orders VALUES (9, NULL, 1)",
                                "CREATE TRIGGER audit BEFORE UPDATE ON orders FOR EACH ROW SET NEW.amount = 0")
                        .on(MYSQL, MARIADB)
                        .fails(RevisionFailedException.class, "audit"),
                change(
                                "rows of another table that refer to a table that is dropped",
                                schema -> schema.dropTable("orders"),
                                "CREATE TABLE items (id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL, FOREIGN KEY (order_id) REFERENCES orders (id))",
                                "INSERT INTO items VALUES (1, 1)")
                        .fails(RevisionFailedException.class, "orders"));
    }

    private static BadInput versionRows(String name, String values) {
        return BadInput.of(name).given(bench -> {
            bench.at(BadDatabases::start, BadDatabases::convert);
            bench.database()
                    .execute("DELETE FROM alembic_version", "INSERT INTO alembic_version VALUES (" + values + ")");
        });
    }

    private static BadInput change(String name, Consumer<Schema> change, String... sql) {
        return BadInput.of(name).given(bench -> {
            bench.at(BadDatabases::start, change, "INSERT INTO orders VALUES (1, 'open', 5)");
            bench.database().execute(sql);
        });
    }

    private static void start(Schema schema) {
        schema.createTable("orders", t -> {
            t.column("id", integer()).primaryKey();
            t.column("state", string(20));
            t.column("amount", integer());
            t.index("ix_orders", "state");
        });
    }

    private static void convert(Schema schema) {
        schema.alterTable(
                "orders",
                t -> t.column("amount").type(bigInteger()).fillNull(Value.of(0)).notNull());
    }
}
