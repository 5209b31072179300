package dev.aludel.examples.prompttrain;

import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.jsonBinary;
import static dev.aludel.model.ColumnType.uuid;
import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.model.IndexMethod.GIN;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Links requests that a tool of another request started, in the rows that are there already too. */
public final class AddSubtaskTracking implements Revision {

    public static final RevisionId ID = RevisionId.of("003");

    @Override
    public Header header() {
        return Header.of(ID).revises(OptimizeConversationIndexes.ID).message("track subtasks");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.alterTable("api_requests", t -> {
            t.addColumn("parent_task_request_id", uuid())
                    .comment("References the request that spawned this sub-task via Task tool")
                    .references("api_requests", "request_id");
            t.addColumn("is_subtask", bool())
                    .defaultTo(false)
                    .comment("Indicates if this conversation was spawned as a sub-task");
            t.addColumn("task_tool_invocation", jsonBinary())
                    .comment("Stores the Task tool invocation details from parent request");
        });
        schema.createIndex("idx_requests_parent_task_request_id", "api_requests", "parent_task_request_id");
        schema.createIndex("idx_requests_is_subtask", "api_requests", "is_subtask");
        schema.on(POSTGRESQL, s -> s.createIndex(
                                "idx_requests_task_tool_invocation_gin", "api_requests", "task_tool_invocation")
                        .using(GIN)
                        .where("task_tool_invocation IS NOT NULL"))
                .otherwiseNothing("only PostgreSQL indexes what is inside a document");
        SubtaskBackfill.noteInvocations(schema);
        SubtaskBackfill.linkSubtasks(schema);
        SubtaskBackfill.noteLinkedConversations(schema);
        schema.expect("every subtask refers to the request that started it")
                .query("SELECT COUNT(*) FROM api_requests WHERE is_subtask AND parent_task_request_id IS NULL")
                .returns(0);
    }
}
