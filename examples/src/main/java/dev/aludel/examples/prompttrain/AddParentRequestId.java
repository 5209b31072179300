package dev.aludel.examples.prompttrain;

import static dev.aludel.model.ColumnType.uuid;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Lets a request refer to the one that it goes on from. */
public final class AddParentRequestId implements Revision {

    public static final RevisionId ID = RevisionId.of("007");

    @Override
    public Header header() {
        return Header.of(ID).revises(SplitConversationHashes.ID).message("refer to the parent request");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.alterTable("api_requests", t -> {
            t.addColumn("parent_request_id", uuid()).comment("UUID of the parent request in the conversation chain, references the immediate parent").references("api_requests", "request_id");
            t.addCheck("chk_parent_request_not_self", "parent_request_id <> request_id");
        });
        schema.createIndex("idx_api_requests_parent_request_id", "api_requests", "parent_request_id");
        ParentRequestBackfill.record(schema);
    }
}
