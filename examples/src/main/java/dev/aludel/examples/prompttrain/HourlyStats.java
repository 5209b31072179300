package dev.aludel.examples.prompttrain;

import static dev.aludel.model.DialectId.MYSQL;
import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.model.DialectId.SQLITE;

import dev.aludel.dsl.Schema;

/**
 * Statistics of the last week by the hour: kept on PostgreSQL until they are refreshed, worked out anew elsewhere, where no
 * view keeps its rows.
 */
final class HourlyStats {

    private static final String SUMS =
            """
                COUNT(*) AS request_count,
                SUM(input_tokens) AS total_input_tokens,
                SUM(output_tokens) AS total_output_tokens,
                SUM(cache_creation_input_tokens) AS total_cache_creation_tokens,
                SUM(cache_read_input_tokens) AS total_cache_read_tokens,
                AVG(duration_ms) AS avg_response_time,
                SUM(tool_call_count) AS total_tool_calls
            FROM api_requests""";

    private HourlyStats() {}

    /** Creates them by hour, model and {@code column}. */
    static void create(Schema schema, String column, String index) {
        schema.createMaterializedView("hourly_stats", v -> {
            v.on(POSTGRESQL, onPostgres(column));
            v.on(MYSQL, onMysql(column));
            v.on(SQLITE, onSqlite(column));
            v.otherwiseView();
            v.index(index).descending("hour").on(column);
            v.comment("Hourly aggregated statistics for dashboard performance");
        });
    }

    /** Creates what refreshes them. */
    static void createRefresh(Schema schema) {
        schema.createFunction("refresh_hourly_stats")
                .on(
                        POSTGRESQL,
                        """
                        CREATE FUNCTION refresh_hourly_stats() RETURNS void AS $$
                        BEGIN
                          REFRESH MATERIALIZED VIEW CONCURRENTLY hourly_stats;
                        END;
                        $$ LANGUAGE plpgsql""")
                .otherwiseNothing("a view is never stale");
    }

    private static String onPostgres(String column) {
        return """
                SELECT DATE_TRUNC('hour', timestamp) AS hour, %1$s, model,
                %2$s
                WHERE timestamp > NOW() - INTERVAL '7 days'
                GROUP BY DATE_TRUNC('hour', timestamp), %1$s, model"""
                .formatted(column, SUMS);
    }

    private static String onMysql(String column) {
        return """
                SELECT DATE_FORMAT(timestamp, '%%Y-%%m-%%d %%H:00:00') AS hour, %1$s, model,
                %2$s
                WHERE timestamp > NOW() - INTERVAL 7 DAY
                GROUP BY DATE_FORMAT(timestamp, '%%Y-%%m-%%d %%H:00:00'), %1$s, model"""
                .formatted(column, SUMS);
    }

    private static String onSqlite(String column) {
        return """
                SELECT strftime('%%Y-%%m-%%d %%H:00:00', "timestamp") AS hour, %1$s, model,
                %2$s
                WHERE "timestamp" > datetime('now', '-7 days')
                GROUP BY 1, %1$s, model"""
                .formatted(column, SUMS);
    }
}
