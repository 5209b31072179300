package dev.aludel.examples.prompttrain;

import static dev.aludel.model.ColumnType.string;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Keeps a hash of the system prompt by itself, so that a conversation goes on when that prompt changes. */
public final class SplitConversationHashes implements Revision {

    public static final RevisionId ID = RevisionId.of("006");

    @Override
    public Header header() {
        return Header.of(ID).revises(PopulateAccountIds.ID).message("hash the system prompt by itself");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.alterTable("api_requests", t -> t.addColumn("system_hash", string(64))
                .comment("SHA-256 hash of the system prompt only, separate from message content hash"));
        schema.createIndex("idx_api_requests_system_hash", "api_requests", "system_hash");
    }
}
