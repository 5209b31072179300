package dev.aludel.examples.prompttrain;

import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.jsonBinary;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static dev.aludel.model.ColumnType.uuid;
import static dev.aludel.model.ReferentialAction.CASCADE;
import static dev.aludel.model.Value.currentTimestamp;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Creates the requests, the chunks of streamed responses, and statistics by the hour. */
public final class CreateDatabase implements Revision {

    public static final RevisionId ID = RevisionId.of("000");

    @Override
    public Header header() {
        return Header.of(ID).message("create the database");
    }

    @Override
    public void upgrade(Schema schema) {
        createApiRequests(schema);
        createStreamingChunks(schema);
        HourlyStats.create(schema, "domain", "idx_hourly_stats_hour_domain");
        HourlyStats.createRefresh(schema);
    }

    private static void createApiRequests(Schema schema) {
        schema.createTable("api_requests", t -> {
            t.comment("Stores all API requests and responses for the Claude proxy");
            t.column("request_id", uuid()).primaryKey();
            t.column("timestamp", timestampWithZone()).notNull();
            t.column("domain", string(255)).notNull();
            t.column("method", string(10)).notNull();
            t.column("path", string(1024)).notNull();
            t.column("headers", jsonBinary()).notNull();
            t.column("body", jsonBinary());
            t.column("request_type", string(50));
            t.column("api_key_id", string(50));
            t.column("model", string(100));
            t.column("ip_address", string(45));
            t.column("response_status", integer());
            t.column("response_headers", jsonBinary());
            t.column("response_body", jsonBinary());
            t.column("response_streaming", bool()).defaultTo(false);
            t.column("duration_ms", integer());
            t.column("input_tokens", integer());
            t.column("output_tokens", integer());
            t.column("cache_creation_input_tokens", integer())
                    .defaultTo(0)
                    .comment("Number of tokens written to cache");
            t.column("cache_read_input_tokens", integer()).defaultTo(0).comment("Number of tokens read from cache");
            t.column("usage_data", jsonBinary()).comment("Complete usage object from Claude API response");
            t.column("tool_call_count", integer()).defaultTo(0).comment("Number of tool calls in the response");
            t.column("error", text());
            t.column("completed_at", timestampWithZone());
            t.column("created_at", timestampWithZone()).defaultTo(currentTimestamp());
            t.index("idx_api_requests_timestamp", "timestamp");
            t.index("idx_api_requests_domain", "domain");
            t.index("idx_api_requests_model", "model");
            t.index("idx_api_requests_request_type", "request_type");
        });
    }

    private static void createStreamingChunks(Schema schema) {
        schema.createTable("streaming_chunks", t -> {
            t.comment("Stores individual chunks from streaming responses");
            t.column("id", integer()).serial().primaryKey();
            t.column("request_id", uuid())
                    .notNull()
                    .references("api_requests", "request_id")
                    .onDelete(CASCADE);
            t.column("chunk_index", integer()).notNull();
            t.column("timestamp", timestampWithZone()).notNull();
            t.column("data", text()).notNull();
            t.column("token_count", integer()).defaultTo(0);
            t.column("created_at", timestampWithZone()).defaultTo(currentTimestamp());
            t.unique("request_id", "chunk_index");
            t.index("idx_streaming_chunks_request_id", "request_id", "chunk_index");
        });
    }
}
