package dev.aludel.examples.prompttrain;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Indexes conversations from the newest request on, and their subtasks. */
public final class OptimizeWindowFunctions implements Revision {

    public static final RevisionId ID = RevisionId.of("004");

    @Override
    public Header header() {
        return Header.of(ID).revises(AddSubtaskTracking.ID).message("index for window functions");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.createIndex("idx_requests_conversation_timestamp_id", "api_requests", "conversation_id")
                .descending("timestamp")
                .descending("request_id")
                .where("conversation_id IS NOT NULL");
        schema.createIndex(
                        "idx_requests_conversation_subtask",
                        "api_requests",
                        "conversation_id",
                        "is_subtask",
                        "timestamp",
                        "request_id")
                .where("conversation_id IS NOT NULL");
        schema.createIndex("idx_requests_request_id", "api_requests", "request_id");
        schema.dropIndex("idx_requests_conversation_timestamp", "api_requests").ifExists();
        schema.analyze("api_requests");
    }
}
