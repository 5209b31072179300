package dev.aludel.examples.prompttrain;

import static dev.aludel.model.ColumnType.fixedString;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.uuid;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Groups requests into conversations, by the hashes of their messages. */
public final class AddConversationTracking implements Revision {

    public static final RevisionId ID = RevisionId.of("001");

    @Override
    public Header header() {
        return Header.of(ID).revises(CreateDatabase.ID).message("track conversations");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.alterTable("api_requests", t -> {
            t.addColumn("current_message_hash", fixedString(64))
                    .comment("SHA-256 hash of the last message in this request");
            t.addColumn("parent_message_hash", fixedString(64))
                    .comment("SHA-256 hash of the previous message (null for conversation start)");
            t.addColumn("conversation_id", uuid()).comment("UUID grouping related messages into conversations");
            t.addColumn("branch_id", string(255))
                    .defaultTo("main")
                    .comment("Branch identifier within a conversation (defaults to main)");
            t.addColumn("message_count", integer())
                    .defaultTo(0)
                    .comment("Total number of messages in the conversation up to this request");
        });
        schema.createIndex("idx_requests_conversation_id", "api_requests", "conversation_id");
        schema.createIndex("idx_requests_branch_id", "api_requests", "branch_id");
        schema.createIndex("idx_requests_message_count", "api_requests", "message_count");
        schema.createIndex("idx_requests_parent_message_hash", "api_requests", "parent_message_hash");
        schema.createIndex("idx_requests_current_message_hash", "api_requests", "current_message_hash");
        schema.createIndex("idx_requests_conversation_branch", "api_requests", "conversation_id", "branch_id");
    }
}
