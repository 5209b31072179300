package dev.aludel.examples.agentsystem;

import static dev.aludel.examples.agentsystem.CommonColumns.createdAt;
import static dev.aludel.examples.agentsystem.CommonColumns.id;
import static dev.aludel.examples.agentsystem.CommonColumns.money;
import static dev.aludel.examples.agentsystem.Enumerations.MODEL_PROVIDER;
import static dev.aludel.examples.agentsystem.Enumerations.TASK_STATUS;
import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.doublePrecision;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.json;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static dev.aludel.model.ColumnType.uuid;

import dev.aludel.dsl.Schema;

/** Tables that older programs still read. */
final class LegacyTables {

    private LegacyTables() {}

    static void create(Schema schema) {
        createUsageLogs(schema);
        createAiModels(schema);
        createAgents(schema);
        createTasks(schema);
        createSystemMetrics(schema);
    }

    private static void createUsageLogs(Schema schema) {
        schema.createTable("usage_logs", t -> {
            id(t);
            t.column("user_id", integer()).notNull().references("users", "id");
            t.column("model_provider", MODEL_PROVIDER).notNull();
            t.column("model_name", string(50)).notNull();
            t.column("endpoint", string(100)).notNull();
            t.column("input_tokens", integer());
            t.column("output_tokens", integer());
            t.column("total_tokens", integer());
            t.column("cost", money());
            t.column("response_time", doublePrecision());
            t.column("request_id", string(100));
            t.column("conversation_id", integer()).references("conversations", "id");
            t.column("message_id", integer()).references("messages", "id");
            t.column("success", bool());
            t.column("error_message", text());
            createdAt(t);
            t.index("ix_usage_logs_user_created", "user_id", "created_at");
            t.index("ix_usage_logs_model_created", "model_provider", "created_at");
            t.index("ix_usage_logs_id", "id");
        });
    }

    private static void createAiModels(Schema schema) {
        schema.createTable("ai_models", t -> {
            id(t);
            t.column("provider", MODEL_PROVIDER).notNull();
            t.column("name", string(50)).notNull();
            t.column("display_name", string(100)).notNull();
            t.column("description", text());
            t.column("supports_streaming", bool());
            t.column("supports_functions", bool());
            t.column("supports_vision", bool());
            t.column("max_tokens", integer());
            t.column("context_window", integer());
            t.column("input_cost", money());
            t.column("output_cost", money());
            t.column("is_active", bool());
            t.column("priority", integer());
            t.column("rate_limit_rpm", integer());
            t.column("metadata", json());
            createdAt(t);
            t.column("updated_at", timestampWithZone());
            t.index("ix_ai_models_provider_active", "provider", "is_active");
            t.index("ix_ai_models_id", "id");
        });
    }

    private static void createAgents(Schema schema) {
        schema.createTable("agents", t -> {
            id(t);
            t.column("uuid", uuid());
            t.column("name", string(100)).notNull();
            t.column("description", text());
            t.column("system_prompt", text());
            t.column("model_provider", MODEL_PROVIDER);
            t.column("model_name", string(50));
            t.column("temperature", doublePrecision());
            t.column("max_tokens", integer());
            t.column("is_active", bool());
            t.column("is_public", bool());
            t.column("capabilities", json());
            t.column("tags", json());
            t.column("metadata", json());
            createdAt(t);
            t.column("updated_at", timestampWithZone());
            t.index("ix_agents_uuid", "uuid").unique();
            t.index("ix_agents_id", "id");
        });
    }

    private static void createTasks(Schema schema) {
        schema.createTable("tasks", t -> {
            id(t);
            t.column("uuid", uuid());
            t.column("agent_id", integer()).references("agents", "id");
            t.column("user_id", integer()).references("users", "id");
            t.column("title", string(200)).notNull();
            t.column("description", text());
            t.column("status", TASK_STATUS).notNull();
            t.column("priority", integer());
            t.column("input_data", json());
            t.column("output_data", json());
            t.column("error_message", text());
            t.column("started_at", timestampWithZone());
            t.column("completed_at", timestampWithZone());
            t.column("estimated_duration", integer());
            t.column("actual_duration", integer());
            createdAt(t);
            t.column("updated_at", timestampWithZone());
            t.index("ix_tasks_uuid", "uuid").unique();
            t.index("ix_tasks_status_created", "status", "created_at");
            t.index("ix_tasks_user_status", "user_id", "status");
            t.index("ix_tasks_id", "id");
        });
    }

    private static void createSystemMetrics(Schema schema) {
        schema.createTable("system_metrics", t -> {
            id(t);
            t.column("metric_name", string(100)).notNull();
            t.column("metric_value", doublePrecision()).notNull();
            t.column("metric_type", string(50)).notNull();
            t.column("labels", json());
            createdAt(t);
            t.index("ix_system_metrics_name_created", "metric_name", "created_at");
            t.index("ix_system_metrics_id", "id");
        });
    }
}
