package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.json;
import static dev.aludel.model.ColumnType.jsonBinary;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.IndexMethod.BRIN;
import static dev.aludel.model.IndexMethod.FULLTEXT;
import static dev.aludel.model.IndexMethod.GIN;
import static dev.aludel.model.IndexMethod.HASH;
import static dev.aludel.testing.DatabaseKind.MARIADB;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.POSTGRESQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static dev.aludel.testing.coverage.Support.EMULATED;
import static dev.aludel.testing.coverage.Support.REFUSED;

import dev.aludel.dsl.Schema;
import dev.aludel.model.DialectId;
import dev.aludel.model.Value;
import java.util.List;
import java.util.function.Consumer;

/** What can be said of an index, tried on a table of articles, two of which have the same slug. */
final class IndexFeatures {

    private static final String SECTION = "Indexes";

    private static final List<String> ROWS = List.of(
            "INSERT INTO articles (id, slug, title, state) VALUES (1, 'one', 'One', 'live')",
            "INSERT INTO articles (id, slug, title, state) VALUES (2, 'two', 'One', 'deleted')",
            "INSERT INTO articles (id, slug, title, state) VALUES (3, 'two', NULL, 'live')");

    private IndexFeatures() {}

    static List<Feature> all() {
        return List.of(
                feature("an index over several columns, upwards and downwards", schema -> schema.createIndex(
                                "ix_articles_recent", "articles", "state")
                        .descending("published_at")
                        .on("id")),
                feature("an index over an expression", schema -> schema.createIndex("ix_articles_title", "articles")
                                .expression("lower(title)")
                                .descending()
                                .on("id"))
                        .on(REFUSED, MARIADB),
                feature("an index of some rows", schema -> schema.createIndex("ix_articles_live", "articles", "slug")
                                .where("state = 'live'"))
                        .on(EMULATED, MYSQL, MARIADB),
                feature("an index that is unique among some rows", schema -> schema.createIndex(
                                        "uq_articles_slug", "articles", "slug")
                                .unique()
                                .where("state = 'live'"))
                        .on(EMULATED, MYSQL)
                        .on(REFUSED, MARIADB),
                feature("an index over the beginning of a text", schema -> schema.createIndex(
                                        "ix_articles_body", "articles")
                                .prefix("body", 100))
                        .on(EMULATED, SQLITE, POSTGRESQL),
                feature(
                                "an index over a whole text",
                                schema -> schema.createIndex("ix_articles_body", "articles", "body"))
                        .on(REFUSED, MYSQL, MARIADB),
                feature("an index that says where NULLs are", schema -> schema.createIndex(
                                        "ix_articles_nulls", "articles")
                                .on("title")
                                .nullsFirst()
                                .descending("published_at")
                                .nullsLast())
                        .on(REFUSED, SQLITE, MYSQL, MARIADB),
                feature("an index that includes columns", schema -> schema.createIndex(
                                        "ix_articles_state", "articles", "state")
                                .include("title", "slug"))
                        .on(EMULATED, SQLITE, MYSQL, MARIADB),
                feature("a unique index that includes columns", schema -> schema.createIndex(
                                        "uq_articles_id", "articles", "id")
                                .unique()
                                .include("title"))
                        .on(REFUSED, SQLITE, MYSQL, MARIADB),
                feature("an inverted index of JSON", schema -> schema.createIndex(
                                        "ix_articles_meta", "articles", "meta")
                                .using(GIN))
                        .on(REFUSED, SQLITE, MYSQL, MARIADB),
                feature(
                                "an index of JSON that isn't binary",
                                schema -> schema.alterTable("articles", t -> {
                                    t.addColumn("raw", json());
                                    t.addUnique("raw", "id");
                                }))
                        .on(REFUSED, POSTGRESQL, MYSQL, MARIADB),
                feature("an operator class", schema -> schema.createIndex("ix_articles_paths", "articles", "meta")
                                .operatorClass("jsonb_path_ops")
                                .using(GIN))
                        .on(REFUSED, SQLITE, MYSQL, MARIADB),
                feature("a pattern's operator class", schema -> schema.createIndex(
                                        "ix_articles_slug", "articles", "slug")
                                .operatorClass("varchar_pattern_ops")
                                .descending()
                                .nullsLast())
                        .on(REFUSED, SQLITE, MYSQL, MARIADB),
                feature("hash and block range indexes", schema -> {
                            schema.createIndex("ix_articles_hash", "articles", "slug")
                                    .using(HASH);
                            schema.createIndex("ix_articles_range", "articles", "published_at")
                                    .using(BRIN);
                        })
                        .on(REFUSED, SQLITE, MYSQL, MARIADB),
                feature("an index of words", schema -> schema.createIndex(
                                        "ix_articles_words", "articles", "title", "body")
                                .using(FULLTEXT))
                        .on(REFUSED, SQLITE, POSTGRESQL),
                feature("an index under the name of one that was dropped", schema -> {
                    schema.createIndex("ix_articles_slug", "articles", "slug", "state");
                    schema.dropIndex("ix_articles_slug", "articles");
                    schema.createIndex("ix_articles_slug", "articles", "slug").descending("id");
                }),
                feature("an index that ends in words of a database's own", schema -> schema.createIndex(
                                "ix_articles_live", "articles", "state")
                        .with(DialectId.POSTGRESQL, "WITH (fillfactor=70)")
                        .with(DialectId.MYSQL, "COMMENT 'for the front page'")),
                feature("an index of some rows that ends in a database's own words", schema -> schema.createIndex(
                                        "ix_articles_live", "articles", "state")
                                .where("state = 'live'")
                                .with(DialectId.POSTGRESQL, "WITH (fillfactor=70)"))
                        .on(EMULATED, MYSQL, MARIADB),
                feature("an index that repeats a key", schema -> {
                    schema.createIndex("ix_articles_id", "articles", "id");
                    schema.createIndex("ix_articles_serial", "articles", "serial");
                }),
                feature(
                                "indexes that come with their table",
                                schema -> schema.createTable("notes", t -> {
                                    t.column("id", bigInteger()).primaryKey();
                                    t.column("label", string(40)).notNull();
                                    t.column("rank", integer());
                                    t.index("uq_notes_label", "label").unique();
                                    t.index("ix_notes_rank")
                                            .descending("rank")
                                            .on("label")
                                            .where("rank > 0");
                                    t.index("ix_notes_covering", "rank").include("label");
                                }))
                        .on(EMULATED, SQLITE, MYSQL, MARIADB),
                feature("indexes whose names and columns change", schema -> {
                            schema.createIndex("ix_articles_a", "articles", "state")
                                    .include("slug")
                                    .where("slug <> ''");
                            schema.renameIndex("ix_articles_a", "articles").to("ix_articles_b");
                            schema.alterTable("articles", t -> t.column("slug").renameTo("address"));
                            schema.alterTable("articles", t -> t.column("title")
                                    .fillNull(Value.of("?"))
                                    .notNull());
                        })
                        .on(EMULATED, SQLITE, MYSQL, MARIADB),
                feature("expressions whose column gets another name", schema -> {
                            schema.createIndex("ix_articles_title", "articles").expression("lower(title)");
                            schema.createIndex("uq_articles_live", "articles", "slug")
                                    .unique()
                                    .where("state = 'live'");
                            schema.renameIndex("uq_articles_live", "articles").to("uq_articles_slug");
                            schema.alterTable("articles", t -> {
                                t.column("title").renameTo("headline");
                                t.column("state").renameTo("status");
                            });
                        })
                        .on(EMULATED, MYSQL, SQLITE)
                        .on(REFUSED, MARIADB),
                feature(
                                "an index over an expression beside a column of a foreign key that gets another name",
                                schema -> {
                                    schema.alterTable("remarks", t -> t.column("article_id")
                                            .renameTo("about_id"));
                                    schema.createIndex("ix_remarks_words", "remarks")
                                            .expression("lower(words)");
                                })
                        .on(REFUSED, MARIADB),
                feature("an index that goes before its column", schema -> {
                    schema.dropIndex("ix_articles_author", "articles");
                    schema.alterTable("articles", t -> t.dropColumn("author"));
                }));
    }

    private static Feature feature(String name, Consumer<Schema> change) {
        return Features.feature(SECTION, name, change).from(IndexFeatures::articles, ROWS.toArray(String[]::new));
    }

    private static void articles(Schema schema) {
        schema.createTable("articles", t -> {
            t.column("id", bigInteger()).primaryKey();
            t.column("serial", integer()).unique();
            t.column("slug", string(100)).notNull();
            t.column("title", string(200));
            t.column("body", text());
            t.column("meta", jsonBinary());
            t.column("state", string(20)).notNull();
            t.column("author", string(50));
            t.column("published_at", datetime());
            t.index("ix_articles_author", "author");
        });
        schema.createTable("remarks", t -> {
            t.column("id", bigInteger()).primaryKey();
            t.column("article_id", bigInteger()).references("articles", "id");
            t.column("words", string(200));
        });
    }
}
