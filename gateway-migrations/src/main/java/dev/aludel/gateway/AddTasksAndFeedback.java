package dev.aludel.gateway;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ReferentialAction.CASCADE;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Adds tasks, their events and the feedback on them, and moves the older tables to indexes named {@code idx_…}. */
public final class AddTasksAndFeedback implements Revision {

    public static final RevisionId ID = RevisionId.of("079e06e9b448");

    @Override
    public Header header() {
        return Header.of(ID).revises(ConvertTimestampsToEpoch.ID).message("add tasks, task events and feedback");
    }

    @Override
    public void upgrade(Schema schema) {
        createTables(schema);
        createIndexes(schema);
        // Only now: MySQL keeps the last index that leads with a foreign key's column.
        dropOldIndexes(schema);
    }

    private static void createTables(Schema schema) {
        schema.createTable("tasks", t -> {
            t.column("id", string()).primaryKey();
            t.column("user_id", string()).notNull();
            t.column("start_time", bigInteger()).notNull();
            t.column("end_time", bigInteger());
            t.column("status", string());
            t.column("initial_request_text", text());
            t.index("idx_tasks_user_id", "user_id");
        });
        schema.createTable("task_events", t -> {
            t.column("id", string()).primaryKey();
            t.column("task_id", string()).references("tasks", "id").onDelete(CASCADE);
            t.column("user_id", string());
            t.column("created_time", bigInteger()).notNull();
            t.column("topic", string()).notNull();
            t.column("direction", string(50)).notNull();
            t.column("payload", text()).notNull();
            t.index("idx_task_events_task_id", "task_id");
            t.index("idx_task_events_created_time", "created_time");
        });
        schema.createTable("feedback", t -> {
            t.column("id", string()).primaryKey();
            t.column("session_id", string())
                    .notNull()
                    .references("sessions", "id")
                    .onDelete(CASCADE);
            t.column("task_id", string()).notNull().references("tasks", "id").onDelete(CASCADE);
            t.column("user_id", string()).notNull();
            t.column("rating", integer()).notNull();
            t.column("comment", text());
            t.column("created_time", bigInteger()).notNull();
            t.index("idx_feedback_session_id", "session_id");
            t.index("idx_feedback_task_id", "task_id");
        });
    }

    private static void createIndexes(Schema schema) {
        schema.createIndex("idx_sessions_user_id", "sessions", "user_id");
        schema.createIndex("idx_sessions_created_time", "sessions", "created_time");
        schema.createIndex("idx_sessions_updated_time", "sessions", "updated_time");
        schema.createIndex("idx_chat_messages_session_id", "chat_messages", "session_id");
        schema.createIndex("idx_chat_messages_created_time", "chat_messages", "created_time");
        schema.createIndex("idx_chat_messages_session_created", "chat_messages", "session_id", "created_time");
    }

    private static void dropOldIndexes(Schema schema) {
        schema.dropIndex("ix_sessions_user_id", "sessions");
        schema.dropIndex("ix_sessions_agent_id", "sessions");
        schema.dropIndex("ix_sessions_updated_time", "sessions");
        schema.dropIndex("ix_sessions_user_id_updated_time", "sessions");
        schema.dropIndex("ix_chat_messages_session_id", "chat_messages");
        schema.dropIndex("ix_chat_messages_created_time", "chat_messages");
        schema.dropIndex("ix_chat_messages_session_id_created_time", "chat_messages");
    }
}
