package dev.aludel.examples.prompttrain;

import static dev.aludel.model.ColumnType.uuid;
import static dev.aludel.model.Value.expression;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Lets a request refer to the one that it goes on from. */
public final class AddParentRequestId implements Revision {

    public static final RevisionId ID = RevisionId.of("007");

    /** The requests of the same conversation that have a request's parent hash, from the latest before it on. */
    private static final String PARENTS =
            """
            SELECT child.request_id, parent.request_id AS parent_id, ROW_NUMBER() OVER (
                PARTITION BY child.request_id ORDER BY parent.timestamp DESC) AS place
            FROM api_requests AS child
            JOIN api_requests AS parent
                ON parent.conversation_id = child.conversation_id
                AND parent.current_message_hash = child.parent_message_hash
                AND parent.timestamp < child.timestamp""";

    @Override
    public Header header() {
        return Header.of(ID).revises(SplitConversationHashes.ID).message("refer to the parent request");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.alterTable("api_requests", t -> {
            t.addColumn("parent_request_id", uuid())
                    .comment("UUID of the parent request in the conversation chain, references the immediate parent")
                    .references("api_requests", "request_id");
            t.addCheck("chk_parent_request_not_self", "parent_request_id <> request_id");
        });
        schema.createIndex("idx_api_requests_parent_request_id", "api_requests", "parent_request_id");
        schema.update("api_requests")
                .fromQuery(PARENTS, "found", "found.request_id = api_requests.request_id AND found.place = 1")
                .set("parent_request_id", expression("found.parent_id"))
                .reversedByNothing();
    }
}
