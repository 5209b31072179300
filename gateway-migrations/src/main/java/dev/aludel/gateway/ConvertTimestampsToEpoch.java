package dev.aludel.gateway;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.Value.runTimeMillis;
import static dev.aludel.operation.Conversion.epochMillis;
import static java.time.ZoneOffset.UTC;

import dev.aludel.dsl.ColumnChange;
import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/**
 * Turns the dates of sessions and messages, which are UTC, into milliseconds since 1970-01-01T00:00:00Z, under names that
 * end in {@code _time}. A date that is missing becomes the time of the migration.
 *
 * <p>Indexes are dropped and created the safe way: databases that another tool made may lack some, or have them already.
 */
public final class ConvertTimestampsToEpoch implements Revision {

    public static final RevisionId ID = RevisionId.of("f6e7d8c9b0a1");

    @Override
    public Header header() {
        return Header.of(ID).revises(AddDatabaseIndexes.ID).message("convert timestamps to epoch and align columns");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.dropIndex("ix_sessions_updated_at", "sessions").ifExists();
        schema.dropIndex("ix_sessions_user_id_updated_at", "sessions").ifExists();
        schema.alterTable("sessions", t -> {
            toEpoch(t.column("created_at").renameTo("created_time"));
            toEpoch(t.column("updated_at").renameTo("updated_time"));
        });
        schema.createIndex("ix_sessions_user_id", "sessions", "user_id").ifNotExists();
        schema.createIndex("ix_sessions_agent_id", "sessions", "agent_id").ifNotExists();
        schema.createIndex("ix_sessions_updated_time", "sessions", "updated_time")
                .ifNotExists();
        schema.createIndex("ix_sessions_user_id_updated_time", "sessions", "user_id", "updated_time")
                .ifNotExists();

        schema.dropIndex("ix_chat_messages_created_at", "chat_messages").ifExists();
        schema.dropIndex("ix_chat_messages_session_id_created_at", "chat_messages")
                .ifExists();
        schema.alterTable("chat_messages", t -> toEpoch(t.column("created_at").renameTo("created_time")));
        schema.createIndex("ix_chat_messages_session_id", "chat_messages", "session_id")
                .ifNotExists();
        schema.createIndex("ix_chat_messages_created_time", "chat_messages", "created_time")
                .ifNotExists();
        schema.createIndex("ix_chat_messages_session_id_created_time", "chat_messages", "session_id", "created_time")
                .ifNotExists();
    }

    private static void toEpoch(ColumnChange column) {
        column.type(bigInteger())
                .using(epochMillis(UTC))
                .fillNull(runTimeMillis())
                .notNull();
    }
}
