package dev.aludel.examples.prompttrain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aludel.Migrator;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

class PromptTrainDataTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @DatabaseTest
    void a_request_is_noted_with_the_tasks_that_it_started(TestDatabase database) throws JsonProcessingException {
        at("003", database);

        assertThat(json(database, "SELECT task_tool_invocation FROM api_requests WHERE " + isRequest(1)))
                .isEqualTo(
                        JSON.readTree(
                                """
                                [{"id": "tu1", "name": "Task", "prompt": "Do P1", "description": "D1",
                                  "linked_conversation_id": "bbbbbbbb-0000-0000-0000-000000000000"},
                                 {"id": "tu2", "name": "Task", "prompt": "Do P2", "description": ""}]"""));
        assertThat(rows(database, "SELECT count(*) FROM api_requests WHERE task_tool_invocation IS NOT NULL"))
                .containsExactly("1");
    }

    @DatabaseTest
    void conversations_that_begin_in_time_with_a_task_are_its_subtasks(TestDatabase database) {
        at("003", database);

        assertThat(
                        rows(
                                database,
                                """
                                SELECT request_id, CASE WHEN is_subtask THEN 'subtask' ELSE 'request' END, parent_task_request_id
                                FROM api_requests ORDER BY request_id"""))
                .containsExactly(
                        request(1) + " request null",
                        request(2) + " subtask " + request(1),
                        request(3) + " subtask " + request(1),
                        request(4) + " request null",
                        request(5) + " request null",
                        request(6) + " request null");
    }

    @DatabaseTest
    void known_domains_tell_the_account(TestDatabase database) {
        at("005", database);

        assertThat(rows(database, "SELECT account_id FROM api_requests ORDER BY request_id"))
                .containsExactly("claude-1", "claude-1", "claude-1", "claude-1", "claude-3", "null");
    }

    @DatabaseTest
    void a_request_refers_to_the_one_that_it_goes_on_from(TestDatabase database) {
        at("007", database);

        assertThat(rows(database, "SELECT parent_request_id FROM api_requests ORDER BY request_id"))
                .containsExactly("null", "null", "null", request(1), "null", "null");
    }

    @DatabaseTest
    void subtasks_become_numbered_branches_of_the_conversation_that_they_serve(TestDatabase database) {
        at("008", database);

        assertThat(rows(database, "SELECT conversation_id, branch_id FROM api_requests ORDER BY request_id"))
                .containsExactly(
                        conversation('a') + " main",
                        conversation('a') + " subtask_1",
                        conversation('a') + " subtask_2",
                        conversation('a') + " main",
                        conversation('d') + " main",
                        "null main");
    }

    @DatabaseTest
    void subtasks_belong_to_no_conversation_when_that_is_taken_back(TestDatabase database) {
        at("008", database).downgrade("007");

        assertThat(rows(database, "SELECT conversation_id, branch_id FROM api_requests ORDER BY request_id"))
                .containsExactly(
                        conversation('a') + " main",
                        "null main",
                        "null main",
                        conversation('a') + " main",
                        conversation('d') + " main",
                        "null main");
    }

    @DatabaseTest
    void requests_keep_their_domain_under_its_new_name(TestDatabase database) {
        at("012", database);

        assertThat(rows(database, "SELECT train_id FROM api_requests ORDER BY request_id"))
                .contains("claude-kluster.msldev.io", "unknown.example")
                .hasSize(6);
    }

    @DatabaseTest
    void an_analysis_keeps_the_time_of_its_last_change(TestDatabase database) throws SQLException {
        PromptTrain.migrator(database).upgrade("011");
        database.execute(
                """
                INSERT INTO conversation_analyses (conversation_id, created_at, updated_at)
                VALUES ('%s', '2025-01-01 00:00:00', '2025-01-01 00:00:00')"""
                        .formatted(conversation('a')),
                "UPDATE conversation_analyses SET status = 'completed'");

        assertThat(rows(database, "SELECT id FROM conversation_analyses WHERE updated_at > '2026-01-01 00:00:00'"))
                .containsExactly("1");
        assertThat(rows(database, "SELECT id FROM conversation_analyses WHERE created_at < '2025-01-02 00:00:00'"))
                .containsExactly("1");
    }

    @DatabaseTest
    void each_train_gets_an_owner(TestDatabase database) {
        Migrator migrator = at("013", database);
        PromptTrain.insertTrains(database);

        migrator.upgrade("014");

        assertThat(rows(database, "SELECT train_id, user_email, role, added_by FROM train_members ORDER BY train_id"))
                .containsExactly(
                        "11111111-0000-0000-0000-000000000000 todo@localhost owner system",
                        "22222222-0000-0000-0000-000000000000 todo@localhost owner system");
    }

    private static Migrator at(String revision, TestDatabase database) {
        Migrator migrator = PromptTrain.migrator(database);
        migrator.upgrade("002");
        PromptTrain.insertRequests(database);
        migrator.upgrade(revision);
        return migrator;
    }

    private static String request(int number) {
        return "00000000-0000-0000-0000-00000000000" + number;
    }

    private static String conversation(char letter) {
        return String.valueOf(letter).repeat(8) + "-0000-0000-0000-000000000000";
    }

    private static String isRequest(int number) {
        return "request_id = '" + request(number) + "'";
    }

    private static JsonNode json(TestDatabase database, String query) throws JsonProcessingException {
        return JSON.readTree(rows(database, query).get(0));
    }

    /** The rows of a query, with a blank between the values of each. */
    private static List<String> rows(TestDatabase database, String query) {
        try {
            return database.query(query).stream()
                    .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                    .toList();
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }
}
