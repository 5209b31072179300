package dev.aludel.examples.prompttrain;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Indexes conversations and numbered subtasks by time. */
public final class AddTemporalIndexes implements Revision {

    public static final RevisionId ID = RevisionId.of("010");

    @Override
    public Header header() {
        return Header.of(ID).revises(AddResponseBodyIndex.ID).message("index by time");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.createIndex("idx_api_requests_conv_id_timestamp", "api_requests", "conversation_id", "timestamp");
        schema.createIndex("idx_subtask_seq", "api_requests", "conversation_id", "timestamp")
                .where("branch_id LIKE 'subtask_%'");
        schema.analyze("api_requests");
    }
}
