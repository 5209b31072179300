package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static dev.aludel.testing.coverage.Support.LEFT_OUT;

import dev.aludel.dsl.Schema;
import dev.aludel.model.Value;
import java.util.List;
import java.util.function.Consumer;

/** Remarks that the database keeps. */
final class CommentFeatures {

    private CommentFeatures() {}

    static List<Feature> all() {
        return List.of(
                feature(
                        "comment on a new table and its columns",
                        schema -> schema.createTable("answers", t -> {
                            t.comment("What customers hear, it's theirs — all of it");
                            t.column("id", bigInteger()).primaryKey().comment("Counts from 1");
                            t.column("title", string(40));
                        })),
                feature(
                        "comment on a table",
                        schema -> schema.alterTable("tickets", t -> t.comment("What customers ask"))),
                feature(
                        "take comments away",
                        schema -> schema.alterTable("tickets", t -> {
                            t.dropComment();
                            t.column("priority").dropComment();
                        })),
                feature(
                        "comment on a column",
                        schema -> schema.alterTable(
                                "tickets", t -> t.column("title").comment("One line, no full stop"))),
                feature(
                        "comment on an added column",
                        schema -> schema.alterTable(
                                "tickets", t -> t.addColumn("state", string(10)).comment("open, closed"))),
                feature(
                        "keep comments when a column changes",
                        schema -> schema.alterTable("tickets", t -> t.column("priority")
                                .renameTo("rank_in_queue")
                                .type(bigInteger())
                                .fillNull(Value.of(0))
                                .notNull())));
    }

    private static Feature feature(String name, Consumer<Schema> change) {
        return Features.feature("Comments", name, change)
                .from(
                        schema -> schema.createTable("tickets", t -> {
                            t.comment("Questions");
                            t.column("title", string(40)).notNull();
                            t.column("priority", integer()).comment("1 is highest");
                        }),
                        "INSERT INTO tickets (title, priority) VALUES ('a', 1)")
                .on(LEFT_OUT, SQLITE);
    }
}
