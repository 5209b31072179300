-- history gateway for PostgreSQL 13.0
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';

-- the time of this run, in milliseconds since 1970-01-01T00:00:00Z
DO $aludel$
BEGIN
    PERFORM set_config('aludel.run_time_millis',
        floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint::text, false);
END
$aludel$;

-- upgrade f6e7d8c9b0a1: convert timestamps to epoch and align columns
BEGIN;
-- check column "created_at" of table "sessions"
DO $aludel$
#variable_conflict use_column
DECLARE
    total bigint;
    samples text;
BEGIN
    SELECT max("offending rows"), string_agg((to_jsonb("offending row") - 'offending rows')::text, ', ')
    INTO total, samples
    FROM (
SELECT count(*) OVER () AS "offending rows", id, created_at
FROM sessions
WHERE NOT isfinite(created_at)
ORDER BY id
LIMIT 5
    ) AS "offending row";
    IF total > 0 THEN
        RAISE EXCEPTION USING
            MESSAGE = 'column "created_at" of table "sessions" holds infinity, which is no point in time' || ': ' || total || CASE total WHEN 1 THEN ' row' ELSE ' rows' END,
            DETAIL = 'For example: ' || samples,
            HINT = 'Give those rows a value that can be converted, or NULL, and run the migration again.';
    END IF;
END
$aludel$;
-- check column "updated_at" of table "sessions"
DO $aludel$
#variable_conflict use_column
DECLARE
    total bigint;
    samples text;
BEGIN
    SELECT max("offending rows"), string_agg((to_jsonb("offending row") - 'offending rows')::text, ', ')
    INTO total, samples
    FROM (
SELECT count(*) OVER () AS "offending rows", id, updated_at
FROM sessions
WHERE NOT isfinite(updated_at)
ORDER BY id
LIMIT 5
    ) AS "offending row";
    IF total > 0 THEN
        RAISE EXCEPTION USING
            MESSAGE = 'column "updated_at" of table "sessions" holds infinity, which is no point in time' || ': ' || total || CASE total WHEN 1 THEN ' row' ELSE ' rows' END,
            DETAIL = 'For example: ' || samples,
            HINT = 'Give those rows a value that can be converted, or NULL, and run the migration again.';
    END IF;
END
$aludel$;
-- check column "created_at" of table "chat_messages"
DO $aludel$
#variable_conflict use_column
DECLARE
    total bigint;
    samples text;
BEGIN
    SELECT max("offending rows"), string_agg((to_jsonb("offending row") - 'offending rows')::text, ', ')
    INTO total, samples
    FROM (
SELECT count(*) OVER () AS "offending rows", id, created_at
FROM chat_messages
WHERE NOT isfinite(created_at)
ORDER BY id
LIMIT 5
    ) AS "offending row";
    IF total > 0 THEN
        RAISE EXCEPTION USING
            MESSAGE = 'column "created_at" of table "chat_messages" holds infinity, which is no point in time' || ': ' || total || CASE total WHEN 1 THEN ' row' ELSE ' rows' END,
            DETAIL = 'For example: ' || samples,
            HINT = 'Give those rows a value that can be converted, or NULL, and run the migration again.';
    END IF;
END
$aludel$;
DROP INDEX IF EXISTS ix_sessions_updated_at;
DROP INDEX IF EXISTS ix_sessions_user_id_updated_at;
ALTER TABLE sessions
    ALTER COLUMN created_at TYPE bigint USING coalesce(
        extract(epoch FROM date_trunc('second', created_at))::bigint * 1000
            + extract(microseconds FROM created_at)::bigint % 1000000 / 1000,
        current_setting('aludel.run_time_millis')::bigint),
    ALTER COLUMN created_at SET NOT NULL,
    ALTER COLUMN updated_at TYPE bigint USING coalesce(
        extract(epoch FROM date_trunc('second', updated_at))::bigint * 1000
            + extract(microseconds FROM updated_at)::bigint % 1000000 / 1000,
        current_setting('aludel.run_time_millis')::bigint),
    ALTER COLUMN updated_at SET NOT NULL;
ALTER TABLE sessions RENAME COLUMN created_at TO created_time;
ALTER TABLE sessions RENAME COLUMN updated_at TO updated_time;
CREATE INDEX IF NOT EXISTS ix_sessions_user_id ON sessions (user_id);
CREATE INDEX IF NOT EXISTS ix_sessions_agent_id ON sessions (agent_id);
CREATE INDEX IF NOT EXISTS ix_sessions_updated_time ON sessions (updated_time);
CREATE INDEX IF NOT EXISTS ix_sessions_user_id_updated_time ON sessions (user_id, updated_time);
DROP INDEX IF EXISTS ix_chat_messages_created_at;
DROP INDEX IF EXISTS ix_chat_messages_session_id_created_at;
ALTER TABLE chat_messages
    ALTER COLUMN created_at TYPE bigint USING coalesce(
        extract(epoch FROM date_trunc('second', created_at))::bigint * 1000
            + extract(microseconds FROM created_at)::bigint % 1000000 / 1000,
        current_setting('aludel.run_time_millis')::bigint),
    ALTER COLUMN created_at SET NOT NULL;
ALTER TABLE chat_messages RENAME COLUMN created_at TO created_time;
CREATE INDEX IF NOT EXISTS ix_chat_messages_session_id ON chat_messages (session_id);
CREATE INDEX IF NOT EXISTS ix_chat_messages_created_time ON chat_messages (created_time);
CREATE INDEX IF NOT EXISTS ix_chat_messages_session_id_created_time ON chat_messages (session_id, created_time);
UPDATE alembic_version SET version_num = 'f6e7d8c9b0a1' WHERE version_num = 'b1c2d3e4f5g6';
COMMIT;
