package dev.aludel.examples.agentsystem;

import static dev.aludel.examples.agentsystem.CommonColumns.createdAt;
import static dev.aludel.examples.agentsystem.CommonColumns.id;
import static dev.aludel.examples.agentsystem.CommonColumns.money;
import static dev.aludel.examples.agentsystem.Enumerations.CONTENT_TYPE;
import static dev.aludel.examples.agentsystem.Enumerations.MODEL_PROVIDER;
import static dev.aludel.examples.agentsystem.Enumerations.REQUEST_STATUS;
import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.binary;
import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.doublePrecision;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.json;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static dev.aludel.model.ColumnType.uuid;

import dev.aludel.dsl.Schema;

/** What was asked of models, and what they made. */
final class RequestTables {

    private RequestTables() {}

    static void create(Schema schema) {
        createAiRequests(schema);
        createGeneratedContent(schema);
    }

    private static void createAiRequests(Schema schema) {
        schema.createTable("ai_requests", t -> {
            id(t);
            t.column("uuid", uuid());
            t.column("user_id", integer()).notNull().references("users", "id");
            t.column("conversation_id", integer()).references("conversations", "id");
            t.column("message_id", integer()).references("messages", "id");
            t.column("request_id", string(100));
            t.column("model_provider", MODEL_PROVIDER).notNull();
            t.column("model_name", string(100)).notNull();
            t.column("model_version", string(50));
            t.column("temperature", doublePrecision());
            t.column("max_tokens", integer());
            t.column("top_p", doublePrecision());
            t.column("frequency_penalty", doublePrecision());
            t.column("presence_penalty", doublePrecision());
            t.column("system_prompt", text());
            t.column("input_text", text());
            t.column("output_text", text());
            t.column("input_tokens", integer());
            t.column("output_tokens", integer());
            t.column("total_tokens", integer());
            t.column("request_start_time", timestampWithZone()).notNull();
            t.column("request_end_time", timestampWithZone());
            t.column("response_time_ms", integer());
            t.column("time_to_first_token_ms", integer());
            t.column("tokens_per_second", doublePrecision());
            t.column("input_cost_usd", money());
            t.column("output_cost_usd", money());
            t.column("total_cost_usd", money());
            t.column("cost_per_token", money());
            t.column("status", REQUEST_STATUS).notNull();
            t.column("success", bool());
            t.column("error_code", string(50));
            t.column("error_message", text());
            t.column("retry_count", integer());
            t.column("confidence_score", doublePrecision());
            t.column("safety_score", doublePrecision());
            t.column("relevance_score", doublePrecision());
            t.column("user_rating", integer());
            t.column("user_feedback", text());
            t.column("api_endpoint", string(200));
            t.column("user_agent", string(500));
            t.column("ip_address", string(45));
            t.column("request_headers", json());
            t.column("response_headers", json());
            t.column("metadata", json());
            t.column("tags", json());
            createdAt(t);
            t.column("updated_at", timestampWithZone());
            t.check("check_positive_ai_request_cost", "total_cost_usd >= 0");
            t.check("check_positive_response_time", "response_time_ms >= 0");
            t.index("ix_ai_requests_user_created", "user_id", "created_at");
            t.index("ix_ai_requests_model_created", "model_provider", "model_name", "created_at");
            t.index("ix_ai_requests_status_created", "status", "created_at");
            t.index("ix_ai_requests_cost", "total_cost_usd");
            t.index("ix_ai_requests_performance", "response_time_ms");
            t.index("ix_ai_requests_id", "id");
            t.index("ix_ai_requests_uuid", "uuid").unique();
            t.index("ix_ai_requests_request_id", "request_id").unique();
        });
    }

    private static void createGeneratedContent(Schema schema) {
        schema.createTable("generated_content", t -> {
            id(t);
            t.column("uuid", uuid());
            t.column("user_id", integer()).notNull().references("users", "id");
            t.column("ai_request_id", integer()).references("ai_requests", "id");
            t.column("conversation_id", integer()).references("conversations", "id");
            t.column("title", string(200));
            t.column("description", text());
            t.column("content_type", CONTENT_TYPE).notNull();
            t.column("file_extension", string(10));
            t.column("mime_type", string(100));
            t.column("content_text", text());
            t.column("content_binary", binary());
            t.column("file_path", string(500));
            t.column("file_size_bytes", bigInteger());
            t.column("language", string(50));
            t.column("framework", string(100));
            t.column("version", string(50));
            t.column("syntax_valid", bool());
            t.column("executable", bool());
            t.column("compilation_status", string(50));
            t.column("test_results", json());
            t.column("execution_time_ms", integer());
            t.column("memory_usage_mb", doublePrecision());
            t.column("cpu_usage_percent", doublePrecision());
            t.column("is_public", bool());
            t.column("is_template", bool());
            t.column("download_count", integer());
            t.column("view_count", integer());
            t.column("parent_content_id", integer()).references("generated_content", "id");
            t.column("version_number", string(20));
            t.column("is_latest_version", bool());
            t.column("metadata", json());
            t.column("tags", json());
            createdAt(t);
            t.column("updated_at", timestampWithZone());
            t.check("check_positive_file_size", "file_size_bytes >= 0");
            t.index("ix_generated_content_user_created", "user_id", "created_at");
            t.index("ix_generated_content_type_created", "content_type", "created_at");
            t.index("ix_generated_content_public", "is_public", "created_at");
            t.index("ix_generated_content_template", "is_template", "created_at");
            t.index("ix_generated_content_id", "id");
            t.index("ix_generated_content_uuid", "uuid").unique();
        });
    }
}
