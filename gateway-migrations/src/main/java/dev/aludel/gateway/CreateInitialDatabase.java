package dev.aludel.gateway;

import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ReferentialAction.CASCADE;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Creates the sessions and their chat messages. */
public final class CreateInitialDatabase implements Revision {

    public static final RevisionId ID = RevisionId.of("d5b3f8f2e9a0");

    @Override
    public Header header() {
        return Header.of(ID).message("create initial database");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.createTable("sessions", t -> {
            t.column("id", string()).primaryKey();
            t.column("name", string());
            t.column("user_id", string()).notNull();
            t.column("agent_id", string());
            t.column("created_at", datetime());
            t.column("updated_at", datetime());
        });
        schema.createTable("chat_messages", t -> {
            t.column("id", string()).primaryKey();
            t.column("session_id", string())
                    .notNull()
                    .references("sessions", "id")
                    .onDelete(CASCADE);
            t.column("message", text()).notNull();
            t.column("created_at", datetime());
            t.column("sender_type", string());
            t.column("sender_name", string());
        });
    }
}
