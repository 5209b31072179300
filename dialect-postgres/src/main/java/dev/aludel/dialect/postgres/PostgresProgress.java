package dev.aludel.dialect.postgres;

import dev.aludel.dialect.ProgressQuery;
import dev.aludel.sql.Sql;

/**
 * What PostgreSQL tells of a statement that runs: of CREATE INDEX its own count (the manual, 27.4); of an ALTER TABLE that
 * writes a table anew nothing, so that the growth of the database is held against the size of the largest table that the
 * session has shut, and of its indexes, as the catalog estimates it. Neither asks for a lock on the table.
 */
final class PostgresProgress {

    static final ProgressQuery QUERY = new ProgressQuery(
            Sql.raw("SELECT pg_backend_pid()"),
            """
            SELECT phase, done, total, unit, grows
            FROM (
                SELECT phase,
                    CASE WHEN tuples_total > 0 AND tuples_done > 0 THEN tuples_done ELSE blocks_done END AS done,
                    CASE WHEN tuples_total > 0 AND tuples_done > 0 THEN tuples_total ELSE blocks_total END AS total,
                    CASE WHEN tuples_total > 0 AND tuples_done > 0 THEN 'rows' ELSE 'blocks' END AS unit,
                    0 AS grows,
                    1 AS place
                FROM pg_stat_progress_create_index
                WHERE pid = {}
                UNION ALL
                SELECT 'writing table ' || shut.relname,
                    pg_database_size(current_database()),
                    (shut.relpages::bigint + coalesce((
                        SELECT sum(indexes.relpages::bigint)
                        FROM pg_index
                        JOIN pg_class AS indexes ON indexes.oid = pg_index.indexrelid
                        WHERE pg_index.indrelid = shut.oid), 0))::bigint * current_setting('block_size')::bigint,
                    'bytes',
                    1,
                    2
                FROM (
                    SELECT pg_class.oid, relname, relpages
                    FROM pg_locks
                    JOIN pg_stat_activity USING (pid)
                    JOIN pg_class ON pg_class.oid = pg_locks.relation
                    WHERE pid = {}
                      AND mode = 'AccessExclusiveLock' AND granted
                      AND relkind = 'r'
                      AND state = 'active' AND query ILIKE 'ALTER TABLE%'
                    ORDER BY relpages DESC
                    LIMIT 1
                ) AS shut
            ) AS told
            WHERE total > 0
            ORDER BY place
            LIMIT 1""");

    private PostgresProgress() {}
}
