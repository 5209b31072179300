package dev.aludel.examples.prompttrain;

import static dev.aludel.model.DialectId.MYSQL;
import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.model.DialectId.SQLITE;
import static dev.aludel.model.Value.nothing;

import dev.aludel.dsl.Schema;

/** Makes the conversations of subtasks branches of the conversation that started them, numbered in time. */
final class SubtaskNumbering {

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

    private SubtaskNumbering() {}

    /** Taken back, the subtasks belong to no conversation: which ones they came from is gone. */
    static void record(Schema schema) {
        schema.on(POSTGRESQL, SQLITE)
                .execute(
                        """
                        UPDATE api_requests
                        SET conversation_id = numbered.parent_conversation_id, branch_id = 'subtask_' || numbered.place
                        FROM (
                        %s) AS numbered
                        WHERE api_requests.conversation_id = numbered.conversation_id AND api_requests.is_subtask"""
                                .formatted(NUMBERED))
                .on(MYSQL)
                .execute(
                        """
                        UPDATE api_requests
                        JOIN (
                        %s) AS numbered ON numbered.conversation_id = api_requests.conversation_id
                        SET api_requests.conversation_id = numbered.parent_conversation_id,
                            api_requests.branch_id = CONCAT('subtask_', numbered.place)
                        WHERE api_requests.is_subtask"""
                                .formatted(NUMBERED))
                .reversedBy(s -> s.update("api_requests")
                        .set("conversation_id", nothing())
                        .set("branch_id", "main")
                        .where("branch_id LIKE 'subtask_%'"));
    }
}
