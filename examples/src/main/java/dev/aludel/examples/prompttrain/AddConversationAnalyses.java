package dev.aludel.examples.prompttrain;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.enumeration;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.jsonBinary;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static dev.aludel.model.ColumnType.uuid;
import static dev.aludel.model.DialectId.MARIADB;
import static dev.aludel.model.Value.currentTimestamp;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.model.EnumType;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Adds analyses of conversations, and who asked for them. */
public final class AddConversationAnalyses implements Revision {

    public static final RevisionId ID = RevisionId.of("011");

    private static final EnumType STATUS =
            enumeration("conversation_analysis_status", "pending", "processing", "completed", "failed");

    @Override
    public Header header() {
        return Header.of(ID).revises(AddTemporalIndexes.ID).message("analyse conversations");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.createEnum(STATUS);
        createAnalyses(schema);
        schema.updatedAtTrigger("conversation_analyses", "updated_at");
        createAuditLog(schema);
        schema.analyze("conversation_analyses");
        schema.analyze("analysis_audit_log");
    }

    private static void createAnalyses(Schema schema) {
        schema.createTable("conversation_analyses", t -> {
            t.comment("Stores AI-generated analyses of conversations");
            t.column("id", bigInteger()).serial().primaryKey();
            t.column("conversation_id", uuid()).notNull().comment("UUID of the conversation being analyzed");
            t.column("branch_id", string(255))
                    .notNull()
                    .defaultTo("main")
                    .comment("Branch within the conversation (defaults to main)");
            t.column("status", STATUS)
                    .notNull()
                    .defaultTo("pending")
                    .comment("Processing status: pending, processing, completed, or failed");
            t.column("model_used", string(255))
                    .defaultTo("gemini-2.5-pro")
                    .comment("AI model used for analysis (e.g., gemini-2.5-pro)");
            t.column("analysis_content", text()).comment("Human-readable analysis text");
            t.column("analysis_data", jsonBinary()).comment("Structured analysis data in JSON format");
            t.column("raw_response", jsonBinary()).comment("Complete raw response from the AI model");
            t.column("error_message", text()).comment("Error details if analysis failed");
            t.column("retry_count", integer()).defaultTo(0).comment("Number of retry attempts for failed analyses");
            t.column("generated_at", timestampWithZone()).comment("Timestamp when the analysis was completed");
            t.column("processing_duration_ms", integer())
                    .comment("Time taken to generate the analysis in milliseconds");
            t.column("prompt_tokens", integer()).comment("Number of tokens used in the prompt");
            t.column("completion_tokens", integer()).comment("Number of tokens in the completion");
            t.column("created_at", timestampWithZone()).notNull().defaultTo(currentTimestamp());
            t.column("updated_at", timestampWithZone()).notNull().defaultTo(currentTimestamp());
            t.column("completed_at", timestampWithZone())
                    .comment("Timestamp when the analysis was completed (status changed to completed or failed)");
            t.column("custom_prompt", text())
                    .comment("Optional custom prompt provided by the user to guide the analysis");
            t.unique("conversation_id", "branch_id");
        });
        schema.createIndex("idx_conversation_analyses_status", "conversation_analyses", "status")
                .where("status = 'pending'");
        schema.createIndex(
                "idx_conversation_analyses_conversation", "conversation_analyses", "conversation_id", "branch_id");
        schema.skipOn(MARIADB, "it has no index on an expression", s -> s.createIndex(
                        "idx_conversation_analyses_has_custom_prompt", "conversation_analyses")
                .expression("custom_prompt IS NOT NULL")
                .where("custom_prompt IS NOT NULL"));
    }

    private static void createAuditLog(Schema schema) {
        schema.createTable("analysis_audit_log", t -> {
            t.comment(
                    "Audit log for AI analysis operations. Consider partitioning by timestamp for high-volume deployments.");
            t.column("id", integer()).serial().primaryKey();
            t.column("event_type", string(50)).notNull();
            t.column("outcome", string(50)).notNull();
            t.column("conversation_id", uuid()).notNull();
            t.column("branch_id", string(255)).notNull();
            t.column("domain", string(255)).notNull();
            t.column("request_id", string(255)).notNull();
            t.column("user_context", jsonBinary()).defaultTo("{}");
            t.column("metadata", jsonBinary()).defaultTo("{}");
            t.column("timestamp", timestampWithZone()).notNull().defaultTo(currentTimestamp());
            t.index("idx_audit_conversation", "conversation_id", "branch_id");
            t.index("idx_audit_timestamp", "timestamp");
            t.index("idx_audit_domain", "domain");
            t.index("idx_audit_event_type", "event_type");
        });
    }
}
