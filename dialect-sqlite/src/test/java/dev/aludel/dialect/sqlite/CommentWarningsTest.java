package dev.aludel.dialect.sqlite;

import static dev.aludel.model.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dsl.Schema;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CommentWarningsTest {

    private static final String LEFT_OUT =
            "SQLite keeps no comments: those on table \"tickets\" and its columns are left out";

    @Test
    void a_comment_that_is_left_out_is_told() {
        assertThat(warnings(schema -> schema.createTable("tickets", t -> {
                    t.comment("Questions");
                    t.column("id", integer()).comment("Counts from 1");
                })))
                .containsExactly(LEFT_OUT);
        assertThat(warnings(schema -> schema.alterTable(
                        "tickets", t -> t.addColumn("place", integer()).comment("From the front"))))
                .containsExactly(LEFT_OUT);
        assertThat(warnings(schema ->
                        schema.alterTable("tickets", t -> t.column("place").comment("From the back"))))
                .containsExactly(LEFT_OUT);
    }

    @Test
    void where_nothing_is_left_out_nothing_is_told() {
        assertThat(warnings(schema -> schema.createTable("tickets", t -> t.column("id", integer()))))
                .isEmpty();
        assertThat(warnings(schema ->
                        schema.alterTable("tickets", t -> t.column("place").dropComment())))
                .isEmpty();
    }

    private static List<String> warnings(Consumer<Schema> author) {
        return CommentWarnings.of(Schema.record(author).get(0));
    }
}
