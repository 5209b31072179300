package dev.aludel.examples.prompttrain;

import static dev.aludel.model.DialectId.MYSQL;
import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.model.DialectId.SQLITE;
import static dev.aludel.model.Value.expression;

import dev.aludel.dsl.Schema;

/**
 * Finds out which requests were subtasks, from what responses and requests say: a response that uses the tool "Task" is
 * followed, within half a minute, by a conversation that begins with the task's prompt.
 *
 * <p>Each database takes documents apart in its own words, so each has its own SQL.
 */
final class SubtaskBackfill {

    private SubtaskBackfill() {}

    /** Notes with each request the tasks that its response started, in the order of the response. */
    static void noteInvocations(Schema schema) {
        schema.on(POSTGRESQL)
                .execute(
                        """
                        UPDATE api_requests
                        SET task_tool_invocation = found.invocations
                        FROM (
                            SELECT request_id, jsonb_agg(jsonb_build_object(
                                'id', tool ->> 'id',
                                'name', tool ->> 'name',
                                'prompt', tool #>> '{input,prompt}',
                                'description', COALESCE(tool #>> '{input,description}', '')) ORDER BY place) AS invocations
                            FROM api_requests
                            CROSS JOIN LATERAL jsonb_array_elements(
                                CASE jsonb_typeof(response_body -> 'content') WHEN 'array' THEN response_body -> 'content' END)
                                WITH ORDINALITY AS tools (tool, place)
                            WHERE tool ->> 'type' = 'tool_use' AND tool ->> 'name' = 'Task'
                            GROUP BY request_id) AS found
                        WHERE api_requests.request_id = found.request_id""")
                .on(SQLITE)
                .execute(
                        """
                        UPDATE api_requests
                        SET task_tool_invocation = found.invocations
                        FROM (
                            SELECT request_id, json_group_array(json_object(
                                'id', json_extract(response_body, tool || '.id'),
                                'name', json_extract(response_body, tool || '.name'),
                                'prompt', json_extract(response_body, tool || '.input.prompt'),
                                'description', COALESCE(json_extract(response_body, tool || '.input.description'), ''))) AS invocations
                            FROM (
                                SELECT request_id, response_body, tools.fullkey AS tool
                                FROM api_requests, json_each(response_body, '$.content') AS tools
                                WHERE json_extract(response_body, tools.fullkey || '.type') = 'tool_use'
                                    AND json_extract(response_body, tools.fullkey || '.name') = 'Task'
                                ORDER BY request_id, tools.key)
                            GROUP BY request_id) AS found
                        WHERE api_requests.request_id = found.request_id""")
                .on(MYSQL)
                .execute(
                        // GROUP_CONCAT keeps an order, which JSON_ARRAYAGG does not promise; its usual limit is 1024
                        // bytes.
                        "SET SESSION group_concat_max_len = 4294967295",
                        """
                        UPDATE api_requests
                        JOIN (
                            SELECT request_id, CONCAT('[', GROUP_CONCAT(JSON_OBJECT(
                                'id', tools.id,
                                'name', tools.name,
                                'prompt', tools.prompt,
                                'description', COALESCE(tools.description, '')) ORDER BY tools.place), ']') AS invocations
                            FROM api_requests, JSON_TABLE(response_body, '$.content[*]' COLUMNS (
                                place FOR ORDINALITY,
                                type VARCHAR(50) PATH '$.type',
                                id VARCHAR(255) PATH '$.id',
                                name VARCHAR(255) PATH '$.name',
                                prompt LONGTEXT PATH '$.input.prompt',
                                description LONGTEXT PATH '$.input.description')) AS tools
                            WHERE tools.type = 'tool_use' AND tools.name = 'Task'
                            GROUP BY request_id) AS found ON found.request_id = api_requests.request_id
                        SET api_requests.task_tool_invocation = found.invocations""",
                        "SET SESSION group_concat_max_len = DEFAULT")
                .reversedByNothing();
    }

    /** Links each conversation that began with a task's prompt to the latest request that had started such a task. */
    static void linkSubtasks(Schema schema) {
        schema.on(POSTGRESQL)
                .execute(
                        """
                        UPDATE api_requests
                        SET parent_task_request_id = link.parent_id, is_subtask = TRUE
                        FROM (
                            SELECT DISTINCT ON (child.conversation_id) child.conversation_id, parent.request_id AS parent_id
                            FROM api_requests AS parent
                            CROSS JOIN LATERAL jsonb_array_elements(parent.task_tool_invocation) AS task
                            JOIN api_requests AS child
                                ON child.conversation_id <> parent.conversation_id
                                AND child.parent_message_hash IS NULL
                                AND child.timestamp BETWEEN parent.timestamp AND parent.timestamp + INTERVAL '30 seconds'
                                AND task ->> 'prompt' = COALESCE(
                                    child.body #>> '{messages,0,content,0,text}', child.body #>> '{messages,0,content}')
                            ORDER BY child.conversation_id, parent.timestamp DESC) AS link
                        WHERE api_requests.conversation_id = link.conversation_id""")
                .on(SQLITE)
                .execute(
                        """
                        UPDATE api_requests
                        SET parent_task_request_id = link.parent_id, is_subtask = TRUE
                        FROM (
                            SELECT child.conversation_id, parent.request_id AS parent_id, ROW_NUMBER() OVER (
                                PARTITION BY child.conversation_id ORDER BY parent.timestamp DESC) AS place
                            FROM api_requests AS parent, json_each(parent.task_tool_invocation) AS task
                            JOIN api_requests AS child
                                ON child.conversation_id <> parent.conversation_id
                                AND child.parent_message_hash IS NULL
                                AND datetime(child.timestamp)
                                    BETWEEN datetime(parent.timestamp) AND datetime(parent.timestamp, '+30 seconds')
                                AND json_extract(task.value, '$.prompt') = COALESCE(
                                    json_extract(child.body, '$.messages[0].content[0].text'),
                                    json_extract(child.body, '$.messages[0].content'))) AS link
                        WHERE api_requests.conversation_id = link.conversation_id AND link.place = 1""")
                .on(MYSQL)
                .execute(
                        """
                        UPDATE api_requests
                        JOIN (
                            SELECT child.conversation_id, parent.request_id AS parent_id, ROW_NUMBER() OVER (
                                PARTITION BY child.conversation_id ORDER BY parent.timestamp DESC) AS place
                            FROM api_requests AS parent
                            JOIN JSON_TABLE(parent.task_tool_invocation, '$[*]' COLUMNS (
                                prompt LONGTEXT PATH '$.prompt')) AS task
                            JOIN api_requests AS child
                                ON child.conversation_id <> parent.conversation_id
                                AND child.parent_message_hash IS NULL
                                AND child.timestamp BETWEEN parent.timestamp AND parent.timestamp + INTERVAL 30 SECOND
                                AND task.prompt = JSON_UNQUOTE(COALESCE(
                                    JSON_EXTRACT(child.body, '$.messages[0].content[0].text'),
                                    JSON_EXTRACT(child.body, '$.messages[0].content')))) AS link
                            ON link.conversation_id = api_requests.conversation_id AND link.place = 1
                        SET api_requests.parent_task_request_id = link.parent_id, api_requests.is_subtask = TRUE""")
                .reversedByNothing();
    }

    /** Notes with the first task of a request which conversation it led to: the one that began first. */
    static void noteLinkedConversations(Schema schema) {
        schema.update("api_requests")
                .fromQuery(
                        """
                        SELECT parent_task_request_id, conversation_id, ROW_NUMBER() OVER (
                            PARTITION BY parent_task_request_id ORDER BY MIN(timestamp), conversation_id) AS place
                        FROM api_requests
                        WHERE is_subtask
                        GROUP BY parent_task_request_id, conversation_id""",
                        "linked",
                        "linked.parent_task_request_id = api_requests.request_id AND linked.place = 1")
                .set(
                        "task_tool_invocation",
                        expression(
                                        POSTGRESQL,
                                        "jsonb_set(task_tool_invocation, '{0,linked_conversation_id}', to_jsonb(linked.conversation_id))")
                                .otherwise(
                                        "JSON_SET(task_tool_invocation, '$[0].linked_conversation_id', linked.conversation_id)"))
                .reversedByNothing();
    }
}
