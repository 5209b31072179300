package dev.aludel.examples.agentsystem;

import static dev.aludel.model.ColumnType.enumeration;

import dev.aludel.model.EnumType;
import java.util.List;

/** The enumerations that the tables share. */
final class Enumerations {

    static final EnumType USER_ROLE = enumeration("userrole", "admin", "user", "guest");
    static final EnumType MESSAGE_ROLE = enumeration("messagerole", "user", "assistant", "system");
    static final EnumType CONVERSATION_STATUS = enumeration("conversationstatus", "active", "archived", "deleted");
    static final EnumType MODEL_PROVIDER = enumeration("modelprovider", "openai", "anthropic", "google");
    static final EnumType TASK_STATUS =
            enumeration("taskstatus", "pending", "running", "completed", "failed", "cancelled");
    static final EnumType REQUEST_STATUS =
            enumeration("requeststatus", "pending", "processing", "completed", "failed", "cancelled");
    static final EnumType CONTENT_TYPE =
            enumeration("contenttype", "code", "document", "image", "text", "json", "xml", "html", "csv", "markdown");
    static final EnumType BUDGET_PERIOD = enumeration("budgetperiod", "hourly", "daily", "weekly", "monthly", "yearly");
    static final EnumType ALERT_TYPE = enumeration(
            "alerttype", "budget_warning", "budget_exceeded", "performance_issue", "system_error", "security_alert");

    /** All of them. */
    static final List<EnumType> ALL = List.of(
            USER_ROLE,
            MESSAGE_ROLE,
            CONVERSATION_STATUS,
            MODEL_PROVIDER,
            TASK_STATUS,
            REQUEST_STATUS,
            CONTENT_TYPE,
            BUDGET_PERIOD,
            ALERT_TYPE);

    private Enumerations() {}
}
