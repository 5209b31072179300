package dev.aludel.examples.accounts;

import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static dev.aludel.model.ReferentialAction.CASCADE;
import static dev.aludel.model.Value.currentTimestamp;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Downgrade;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Adds the conversations that a user goes on with over many sessions. */
public final class CreateConversationSessions implements Revision {

    public static final RevisionId ID = RevisionId.of("002");

    @Override
    public Header header() {
        return Header.of(ID).revises(CreateUsers.ID).message("create conversation sessions");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.createTable("conversation_sessions", t -> {
            t.column("id", integer()).serial().primaryKey();
            t.column("user_id", integer()).notNull().references("users", "id").onDelete(CASCADE);
            t.column("title", string(200));
            t.column("context_data", text());
            t.column("capacity_used", integer());
            t.column("capacity_max", integer());
            t.column("is_active", bool());
            t.column("created_at", timestampWithZone()).defaultTo(currentTimestamp());
            t.column("updated_at", timestampWithZone());
            t.column("expires_at", timestampWithZone());
        });
        schema.createIndex("ix_conversation_sessions_id", "conversation_sessions", "id");
        schema.createIndex("ix_conversation_sessions_user_id", "conversation_sessions", "user_id");
        schema.createIndex("ix_conversation_sessions_is_active", "conversation_sessions", "is_active");
    }

    /**
     * What would be derived, spelled out. MySQL keeps an index that a foreign key needs; since the table goes as well, the
     * index may go with it.
     */
    @Override
    public Downgrade downgrade() {
        return Downgrade.by(schema -> {
            schema.dropIndex("ix_conversation_sessions_is_active", "conversation_sessions");
            schema.dropIndex("ix_conversation_sessions_user_id", "conversation_sessions");
            schema.dropIndex("ix_conversation_sessions_id", "conversation_sessions");
            schema.dropTable("conversation_sessions");
        });
    }
}
