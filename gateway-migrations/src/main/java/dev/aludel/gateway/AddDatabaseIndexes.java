package dev.aludel.gateway;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Indexes the columns by which sessions and messages are looked up and sorted. */
public final class AddDatabaseIndexes implements Revision {

    public static final RevisionId ID = RevisionId.of("b1c2d3e4f5g6");

    @Override
    public Header header() {
        return Header.of(ID).revises(CreateInitialDatabase.ID).message("add database indexes");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.createIndex("ix_sessions_user_id", "sessions", "user_id");
        schema.createIndex("ix_sessions_updated_at", "sessions", "updated_at");
        schema.createIndex("ix_sessions_user_id_updated_at", "sessions", "user_id", "updated_at");
        schema.createIndex("ix_chat_messages_session_id", "chat_messages", "session_id");
        schema.createIndex("ix_chat_messages_created_at", "chat_messages", "created_at");
        schema.createIndex("ix_chat_messages_session_id_created_at", "chat_messages", "session_id", "created_at");
        schema.createIndex("ix_sessions_agent_id", "sessions", "agent_id");
    }
}
