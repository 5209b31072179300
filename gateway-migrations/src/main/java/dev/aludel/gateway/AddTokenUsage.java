package dev.aludel.gateway;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.json;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Adds what a task consumed of a model's tokens. */
public final class AddTokenUsage implements Revision {

    public static final RevisionId ID = RevisionId.of("20250930_token_usage");

    @Override
    public Header header() {
        return Header.of(ID).revises(AddTasksAndFeedback.ID).message("add token usage to tasks");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.alterTable("tasks", t -> {
            t.addColumn("total_input_tokens", integer());
            t.addColumn("total_output_tokens", integer());
            t.addColumn("total_cached_input_tokens", integer());
            t.addColumn("token_usage_details", json());
        });
    }
}
