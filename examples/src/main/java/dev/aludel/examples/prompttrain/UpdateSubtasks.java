package dev.aludel.examples.prompttrain;

import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.model.IndexMethod.GIN;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Moves subtasks into the conversation that they serve, as numbered branches, and indexes tasks. */
public final class UpdateSubtasks implements Revision {

    public static final RevisionId ID = RevisionId.of("008");

    @Override
    public Header header() {
        return Header.of(ID).revises(AddParentRequestId.ID).message("number subtasks");
    }

    @Override
    public void upgrade(Schema schema) {
        SubtaskNumbering.record(schema);
        schema.createIndex("idx_api_requests_domain_timestamp_response", "api_requests", "domain")
                .descending("timestamp")
                .where("response_body IS NOT NULL");
        schema.on(POSTGRESQL, UpdateSubtasks::indexDocuments).otherwiseNothing("only PostgreSQL indexes what is inside a document");
    }

    private static void indexDocuments(Schema schema) {
        schema.createIndex("idx_api_requests_response_body_task", "api_requests", "response_body")
                .using(GIN)
                .where("response_body IS NOT NULL");
        schema.createIndex("idx_api_requests_task_name", "api_requests")
                .expression("response_body::text")
                .where("response_body IS NOT NULL AND response_body::text LIKE '%\"name\":\"Task\"%'");
    }
}
