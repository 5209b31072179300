package dev.aludel.examples.prompttrain;

import static dev.aludel.model.DialectId.MYSQL;
import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.model.DialectId.SQLITE;

import dev.aludel.dsl.Schema;

/** Finds the parent of each request by hash: the latest one before it, in the same conversation, with its parent's hash. */
final class ParentRequestBackfill {

    private static final String FOUND =
            """
            SELECT child.request_id, parent.request_id AS parent_id, ROW_NUMBER() OVER (
                PARTITION BY child.request_id ORDER BY parent.timestamp DESC) AS place
            FROM api_requests AS child
            JOIN api_requests AS parent
                ON parent.conversation_id = child.conversation_id
                AND parent.current_message_hash = child.parent_message_hash
                AND parent.timestamp < child.timestamp""";

    private ParentRequestBackfill() {}

    static void record(Schema schema) {
        schema.on(POSTGRESQL, SQLITE)
                .execute(
                        """
                        UPDATE api_requests
                        SET parent_request_id = found.parent_id
                        FROM (
                        %s) AS found
                        WHERE api_requests.request_id = found.request_id AND found.place = 1"""
                                .formatted(FOUND))
                .on(MYSQL)
                .execute(
                        """
                        UPDATE api_requests
                        JOIN (
                        %s) AS found ON found.request_id = api_requests.request_id AND found.place = 1
                        SET api_requests.parent_request_id = found.parent_id"""
                                .formatted(FOUND))
                .reversedByNothing();
    }
}
