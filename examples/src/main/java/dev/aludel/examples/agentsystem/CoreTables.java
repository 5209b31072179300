package dev.aludel.examples.agentsystem;

import static dev.aludel.examples.agentsystem.CommonColumns.createdAt;
import static dev.aludel.examples.agentsystem.CommonColumns.id;
import static dev.aludel.examples.agentsystem.CommonColumns.money;
import static dev.aludel.examples.agentsystem.Enumerations.CONVERSATION_STATUS;
import static dev.aludel.examples.agentsystem.Enumerations.MESSAGE_ROLE;
import static dev.aludel.examples.agentsystem.Enumerations.MODEL_PROVIDER;
import static dev.aludel.examples.agentsystem.Enumerations.USER_ROLE;
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

/** Users, and what they say to models. */
final class CoreTables {

    private CoreTables() {}

    static void create(Schema schema) {
        createUsers(schema);
        createConversations(schema);
        createMessages(schema);
    }

    private static void createUsers(Schema schema) {
        schema.createTable("users", t -> {
            id(t);
            t.column("uuid", uuid());
            t.column("username", string(50)).notNull();
            t.column("email", string(100)).notNull();
            t.column("hashed_password", string(255)).notNull();
            t.column("full_name", string(100));
            t.column("role", USER_ROLE).notNull();
            t.column("is_active", bool()).notNull();
            t.column("is_verified", bool()).notNull();
            createdAt(t);
            t.column("updated_at", timestampWithZone());
            t.column("last_login", timestampWithZone());
            t.column("preferences", json());
            t.column("api_quota_limit", integer());
            t.column("api_quota_used", integer());
            t.column("monthly_budget_limit", money());
            t.column("current_month_spend", money());
            t.column("budget_alerts_enabled", bool());
            t.column("budget_warning_threshold", doublePrecision());
            t.column("preferred_model_provider", MODEL_PROVIDER);
            t.column("preferred_model", string(50));
            t.column("default_temperature", doublePrecision());
            t.column("timezone", string(50));
            t.column("failed_login_attempts", integer());
            t.column("locked_until", timestampWithZone());
            t.column("password_changed_at", timestampWithZone());
            t.check("check_positive_budget", "monthly_budget_limit >= 0");
            t.check("check_valid_warning_threshold", "budget_warning_threshold >= 0 AND budget_warning_threshold <= 1");
            t.index("ix_users_email_active", "email", "is_active");
            t.index("ix_users_created_at", "created_at");
            t.index("ix_users_id", "id");
            t.index("ix_users_uuid", "uuid").unique();
            t.index("ix_users_username", "username").unique();
            t.index("ix_users_email", "email").unique();
        });
    }

    private static void createConversations(Schema schema) {
        schema.createTable("conversations", t -> {
            id(t);
            t.column("uuid", uuid());
            t.column("user_id", integer()).notNull().references("users", "id");
            t.column("title", string(200)).notNull();
            t.column("status", CONVERSATION_STATUS).notNull();
            createdAt(t);
            t.column("updated_at", timestampWithZone());
            t.column("model_provider", MODEL_PROVIDER);
            t.column("model_name", string(50));
            t.column("temperature", doublePrecision());
            t.column("max_tokens", integer());
            t.column("system_prompt", text());
            t.column("total_messages", integer());
            t.column("total_tokens", bigInteger());
            t.column("total_cost", money());
            t.column("average_response_time", doublePrecision());
            t.column("metadata", json());
            t.column("tags", json());
            t.check("check_positive_cost", "total_cost >= 0");
            t.index("ix_conversations_user_status", "user_id", "status");
            t.index("ix_conversations_updated", "updated_at");
            t.index("ix_conversations_cost", "total_cost");
            t.index("ix_conversations_id", "id");
            t.index("ix_conversations_uuid", "uuid").unique();
        });
    }

    private static void createMessages(Schema schema) {
        schema.createTable("messages", t -> {
            id(t);
            t.column("uuid", uuid());
            t.column("conversation_id", integer()).notNull().references("conversations", "id");
            t.column("role", MESSAGE_ROLE).notNull();
            t.column("content", text()).notNull();
            createdAt(t);
            t.column("model_used", string(50));
            t.column("tokens_used", integer());
            t.column("cost", money());
            t.column("response_time", doublePrecision());
            t.column("metadata", json());
            t.index("ix_messages_conversation_created", "conversation_id", "created_at");
            t.index("ix_messages_id", "id");
            t.index("ix_messages_uuid", "uuid").unique();
        });
    }
}
