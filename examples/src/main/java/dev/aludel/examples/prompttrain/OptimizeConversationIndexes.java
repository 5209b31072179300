package dev.aludel.examples.prompttrain;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Indexes the requests of a conversation, in time and with what a list of them shows. */
public final class OptimizeConversationIndexes implements Revision {

    public static final RevisionId ID = RevisionId.of("002");

    @Override
    public Header header() {
        return Header.of(ID).revises(AddConversationTracking.ID).message("index conversations");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.createIndex("idx_requests_conversation_timestamp", "api_requests", "conversation_id", "timestamp")
                .where("conversation_id IS NOT NULL");
        schema.createIndex(
                        "idx_requests_conversation_detail",
                        "api_requests",
                        "conversation_id",
                        "timestamp",
                        "request_id",
                        "domain",
                        "model",
                        "branch_id")
                .where("conversation_id IS NOT NULL");
        schema.analyze("api_requests");
    }
}
