package dev.aludel.examples.agentsystem;

import static dev.aludel.examples.agentsystem.CommonColumns.createdAt;
import static dev.aludel.examples.agentsystem.CommonColumns.id;
import static dev.aludel.examples.agentsystem.CommonColumns.money;
import static dev.aludel.examples.agentsystem.Enumerations.ALERT_TYPE;
import static dev.aludel.examples.agentsystem.Enumerations.BUDGET_PERIOD;
import static dev.aludel.examples.agentsystem.Enumerations.MODEL_PROVIDER;
import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.doublePrecision;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.json;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static dev.aludel.model.ColumnType.uuid;

import dev.aludel.dsl.Schema;

/** What it costs, how well it runs, and who did what. */
final class TrackingTables {

    private TrackingTables() {}

    static void create(Schema schema) {
        createCostTracking(schema);
        createUserBudgets(schema);
        createSystemAlerts(schema);
        createPerformanceMetrics(schema);
        createAuditLogs(schema);
    }

    private static void createCostTracking(Schema schema) {
        schema.createTable("cost_tracking", t -> {
            id(t);
            t.column("uuid", uuid());
            t.column("user_id", integer()).notNull().references("users", "id");
            t.column("ai_request_id", integer()).references("ai_requests", "id");
            t.column("period_start", timestampWithZone()).notNull();
            t.column("period_end", timestampWithZone()).notNull();
            t.column("period_type", BUDGET_PERIOD).notNull();
            t.column("model_provider", MODEL_PROVIDER).notNull();
            t.column("model_name", string(100)).notNull();
            t.column("total_requests", integer());
            t.column("successful_requests", integer());
            t.column("failed_requests", integer());
            t.column("total_input_tokens", bigInteger());
            t.column("total_output_tokens", bigInteger());
            t.column("total_tokens", bigInteger());
            t.column("input_cost", money());
            t.column("output_cost", money());
            t.column("total_cost", money());
            t.column("average_cost_per_request", money());
            t.column("average_cost_per_token", money());
            t.column("average_response_time_ms", doublePrecision());
            t.column("median_response_time_ms", doublePrecision());
            t.column("p95_response_time_ms", doublePrecision());
            t.column("average_tokens_per_second", doublePrecision());
            t.column("average_user_rating", doublePrecision());
            t.column("success_rate", doublePrecision());
            t.column("retry_rate", doublePrecision());
            t.column("budget_limit", money());
            t.column("budget_remaining", money());
            t.column("budget_utilization_percent", doublePrecision());
            t.column("is_over_budget", bool());
            t.column("metadata", json());
            createdAt(t);
            t.column("updated_at", timestampWithZone());
            t.check("check_positive_total_cost", "total_cost >= 0");
            t.check("check_positive_budget_utilization", "budget_utilization_percent >= 0");
            t.unique("user_id", "model_provider", "model_name", "period_start", "period_type")
                    .named("uq_cost_tracking_user_model_period");
            t.index("ix_cost_tracking_user_period", "user_id", "period_start", "period_end");
            t.index("ix_cost_tracking_model_period", "model_provider", "model_name", "period_start");
            t.index("ix_cost_tracking_cost", "total_cost");
            t.index("ix_cost_tracking_id", "id");
            t.index("ix_cost_tracking_uuid", "uuid").unique();
        });
    }

    private static void createUserBudgets(Schema schema) {
        schema.createTable("user_budgets", t -> {
            id(t);
            t.column("uuid", uuid());
            t.column("user_id", integer()).notNull().references("users", "id");
            t.column("budget_name", string(100)).notNull();
            t.column("budget_amount", money()).notNull();
            t.column("budget_period", BUDGET_PERIOD).notNull();
            t.column("period_start", timestampWithZone()).notNull();
            t.column("period_end", timestampWithZone()).notNull();
            t.column("current_spend", money());
            t.column("remaining_budget", money());
            t.column("utilization_percent", doublePrecision());
            t.column("warning_threshold_percent", doublePrecision());
            t.column("critical_threshold_percent", doublePrecision());
            t.column("alerts_enabled", bool());
            t.column("warning_alert_sent", bool());
            t.column("critical_alert_sent", bool());
            t.column("budget_exceeded", bool());
            t.column("is_active", bool());
            t.column("auto_renew", bool());
            t.column("metadata", json());
            createdAt(t);
            t.column("updated_at", timestampWithZone());
            t.check("check_positive_budget_amount", "budget_amount > 0");
            t.check(
                    "check_valid_warning_threshold_percent",
                    "warning_threshold_percent > 0 AND warning_threshold_percent <= 100");
            t.check(
                    "check_valid_critical_threshold",
                    "critical_threshold_percent > 0 AND critical_threshold_percent <= 100");
            t.index("ix_user_budgets_user_period", "user_id", "period_start");
            t.index("ix_user_budgets_active", "is_active", "period_end");
            t.index("ix_user_budgets_id", "id");
            t.index("ix_user_budgets_uuid", "uuid").unique();
        });
    }

    private static void createSystemAlerts(Schema schema) {
        schema.createTable("system_alerts", t -> {
            id(t);
            t.column("uuid", uuid());
            t.column("user_id", integer()).references("users", "id");
            t.column("alert_type", ALERT_TYPE).notNull();
            t.column("severity", string(20));
            t.column("title", string(200)).notNull();
            t.column("message", text()).notNull();
            t.column("source_table", string(50));
            t.column("source_id", integer());
            t.column("is_read", bool());
            t.column("is_dismissed", bool());
            t.column("is_resolved", bool());
            t.column("action_required", bool());
            t.column("action_url", string(500));
            t.column("action_button_text", string(50));
            t.column("expires_at", timestampWithZone());
            t.column("resolved_at", timestampWithZone());
            t.column("metadata", json());
            createdAt(t);
            t.column("updated_at", timestampWithZone());
            t.index("ix_system_alerts_user_created", "user_id", "created_at");
            t.index("ix_system_alerts_type_created", "alert_type", "created_at");
            t.index("ix_system_alerts_severity", "severity", "created_at");
            t.index("ix_system_alerts_status", "is_read", "is_dismissed", "created_at");
            t.index("ix_system_alerts_id", "id");
            t.index("ix_system_alerts_uuid", "uuid").unique();
        });
    }

    private static void createPerformanceMetrics(Schema schema) {
        schema.createTable("performance_metrics", t -> {
            id(t);
            t.column("metric_name", string(100)).notNull();
            t.column("metric_category", string(50)).notNull();
            t.column("metric_type", string(20)).notNull();
            t.column("value", doublePrecision()).notNull();
            t.column("previous_value", doublePrecision());
            t.column("change_percent", doublePrecision());
            t.column("min_value", doublePrecision());
            t.column("max_value", doublePrecision());
            t.column("avg_value", doublePrecision());
            t.column("median_value", doublePrecision());
            t.column("p95_value", doublePrecision());
            t.column("p99_value", doublePrecision());
            t.column("labels", json());
            t.column("dimensions", json());
            t.column("time_window_seconds", integer());
            t.column("sample_count", integer());
            t.column("unit", string(20));
            t.column("description", text());
            createdAt(t);
            t.index("ix_performance_metrics_name_created", "metric_name", "created_at");
            t.index("ix_performance_metrics_category_created", "metric_category", "created_at");
            t.index("ix_performance_metrics_value", "value");
            t.index("ix_performance_metrics_id", "id");
        });
    }

    private static void createAuditLogs(Schema schema) {
        schema.createTable("audit_logs", t -> {
            id(t);
            t.column("uuid", uuid());
            t.column("user_id", integer()).references("users", "id");
            t.column("action", string(100)).notNull();
            t.column("resource_type", string(50)).notNull();
            t.column("resource_id", string(50));
            t.column("ip_address", string(45));
            t.column("user_agent", string(500));
            t.column("request_method", string(10));
            t.column("request_path", string(500));
            t.column("request_headers", json());
            t.column("old_values", json());
            t.column("new_values", json());
            t.column("success", bool());
            t.column("error_message", text());
            t.column("metadata", json());
            createdAt(t);
            t.index("ix_audit_logs_user_created", "user_id", "created_at");
            t.index("ix_audit_logs_action_created", "action", "created_at");
            t.index("ix_audit_logs_resource", "resource_type", "resource_id", "created_at");
            t.index("ix_audit_logs_ip", "ip_address", "created_at");
            t.index("ix_audit_logs_id", "id");
            t.index("ix_audit_logs_uuid", "uuid").unique();
        });
    }
}
