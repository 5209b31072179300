package dev.aludel.examples.prompttrain;

import static dev.aludel.model.DialectId.MYSQL;
import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.model.IndexMethod.GIN;
import static dev.aludel.model.Value.expression;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Moves subtasks into the conversation that they serve, as numbered branches, and indexes tasks. */
public final class UpdateSubtasks implements Revision {

    public static final RevisionId ID = RevisionId.of("008");

    /** The conversations of subtasks, numbered in time within the conversation that started them. */
    private static final String NUMBERED =
            """
            SELECT conversation_id, parent_conversation_id, ROW_NUMBER() OVER (
                PARTITION BY parent_conversation_id ORDER BY began, conversation_id) AS place
            FROM (
                SELECT child.conversation_id, parent.conversation_id AS parent_conversation_id, MIN(child.timestamp) AS began
                FROM api_requests AS child
                JOIN api_requests AS parent ON parent.request_id = child.parent_task_request_id
                WHERE child.is_subtask AND parent.conversation_id IS NOT NULL
                GROUP BY child.conversation_id, parent.conversation_id) AS subtask""";

    @Override
    public Header header() {
        return Header.of(ID).revises(AddParentRequestId.ID).message("number subtasks");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.update("api_requests")
                .fromQuery(NUMBERED, "numbered", "numbered.conversation_id = api_requests.conversation_id")
                .set("conversation_id", expression("numbered.parent_conversation_id"))
                .set(
                        "branch_id",
                        expression(MYSQL, "CONCAT('subtask_', numbered.place)")
                                .otherwise("'subtask_' || numbered.place"))
                .where("api_requests.is_subtask")
                .reversedBy(UpdateSubtasks::forgetConversations);
        schema.createIndex("idx_api_requests_domain_timestamp_response", "api_requests", "domain")
                .descending("timestamp")
                .where("response_body IS NOT NULL");
        schema.on(POSTGRESQL, UpdateSubtasks::indexDocuments)
                .otherwiseNothing("only PostgreSQL indexes what is inside a document");
    }

    /** Which conversations they came from is gone. */
    private static void forgetConversations(Schema schema) {
        schema.update("api_requests")
                .setNull("conversation_id")
                .set("branch_id", "main")
                .where("branch_id LIKE 'subtask_%'");
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
