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
CREATE TABLE IF NOT EXISTS alembic_version_log (
    entry BIGINT NOT NULL,
    part INTEGER NOT NULL,
    revision VARCHAR(255) NOT NULL,
    direction VARCHAR(10) NOT NULL,
    outcome VARCHAR(12) NOT NULL,
    started_at VARCHAR(24),
    finished_at VARCHAR(24),
    run_time_millis BIGINT,
    who VARCHAR(255),
    tool VARCHAR(255),
    tag VARCHAR(255),
    hash VARCHAR(100),
    step INTEGER,
    action VARCHAR(10),
    summary TEXT,
    statement TEXT,
    facts TEXT,
    CONSTRAINT alembic_version_log_pkc PRIMARY KEY (entry, part)
);
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
WHERE created_at IN ('infinity', '-infinity')
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
WHERE updated_at IN ('infinity', '-infinity')
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
WHERE created_at IN ('infinity', '-infinity')
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
DO $aludel$
BEGIN
    PERFORM set_config('maintenance_work_mem', '256MB', true)
    WHERE pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes('256MB');
END
$aludel$;
LOCK TABLE sessions IN ACCESS EXCLUSIVE MODE;
DO $aludel$
BEGIN
    PERFORM set_config('aludel.counts', concat_ws(' ', count(*), count(*), count(*)), true)
    FROM sessions;
END
$aludel$;
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
-- check that table "sessions" has every row and value
DO $aludel$
#variable_conflict use_column
DECLARE
    total bigint;
    samples text;
BEGIN
    SELECT max("offending rows"), string_agg((to_jsonb("offending row") - 'offending rows')::text, ', ')
    INTO total, samples
    FROM (
SELECT 1 AS "offending rows", current_setting('aludel.counts') AS "rows and values before", concat_ws(' ', count(*), count(created_at), count(updated_at)) AS "rows and values now"
FROM sessions
HAVING concat_ws(' ', count(*), count(created_at), count(updated_at)) <> current_setting('aludel.counts')
    ) AS "offending row";
    IF total > 0 THEN
        RAISE EXCEPTION USING
            MESSAGE = 'table "sessions" does not have every row, and every value of its converted columns, that it had' || ': ' || total || CASE total WHEN 1 THEN ' row' ELSE ' rows' END,
            DETAIL = 'For example: ' || samples,
            HINT = 'Look for what turns values of these columns into NULL, such as a function that converts them.';
    END IF;
END
$aludel$;
ALTER TABLE sessions RENAME COLUMN created_at TO created_time;
ALTER TABLE sessions RENAME COLUMN updated_at TO updated_time;
CREATE INDEX IF NOT EXISTS ix_sessions_user_id ON sessions (user_id);
CREATE INDEX IF NOT EXISTS ix_sessions_agent_id ON sessions (agent_id);
CREATE INDEX IF NOT EXISTS ix_sessions_updated_time ON sessions (updated_time);
CREATE INDEX IF NOT EXISTS ix_sessions_user_id_updated_time ON sessions (user_id, updated_time);
DROP INDEX IF EXISTS ix_chat_messages_created_at;
DROP INDEX IF EXISTS ix_chat_messages_session_id_created_at;
LOCK TABLE chat_messages IN ACCESS EXCLUSIVE MODE;
DO $aludel$
BEGIN
    PERFORM set_config('aludel.counts', concat_ws(' ', count(*), count(*)), true)
    FROM chat_messages;
END
$aludel$;
ALTER TABLE chat_messages
    ALTER COLUMN created_at TYPE bigint USING coalesce(
        extract(epoch FROM date_trunc('second', created_at))::bigint * 1000
            + extract(microseconds FROM created_at)::bigint % 1000000 / 1000,
        current_setting('aludel.run_time_millis')::bigint),
    ALTER COLUMN created_at SET NOT NULL;
-- check that table "chat_messages" has every row and value
DO $aludel$
#variable_conflict use_column
DECLARE
    total bigint;
    samples text;
BEGIN
    SELECT max("offending rows"), string_agg((to_jsonb("offending row") - 'offending rows')::text, ', ')
    INTO total, samples
    FROM (
SELECT 1 AS "offending rows", current_setting('aludel.counts') AS "rows and values before", concat_ws(' ', count(*), count(created_at)) AS "rows and values now"
FROM chat_messages
HAVING concat_ws(' ', count(*), count(created_at)) <> current_setting('aludel.counts')
    ) AS "offending row";
    IF total > 0 THEN
        RAISE EXCEPTION USING
            MESSAGE = 'table "chat_messages" does not have every row, and every value of its converted columns, that it had' || ': ' || total || CASE total WHEN 1 THEN ' row' ELSE ' rows' END,
            DETAIL = 'For example: ' || samples,
            HINT = 'Look for what turns values of these columns into NULL, such as a function that converts them.';
    END IF;
END
$aludel$;
ALTER TABLE chat_messages RENAME COLUMN created_at TO created_time;
CREATE INDEX IF NOT EXISTS ix_chat_messages_session_id ON chat_messages (session_id);
CREATE INDEX IF NOT EXISTS ix_chat_messages_created_time ON chat_messages (created_time);
CREATE INDEX IF NOT EXISTS ix_chat_messages_session_id_created_time ON chat_messages (session_id, created_time);
UPDATE alembic_version SET version_num = 'f6e7d8c9b0a1' WHERE version_num = 'b1c2d3e4f5g6';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    'f6e7d8c9b0a1',
    'upgrade',
    'done',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'offline script',
    'aludel',
    'sha256:15f398af61f409e92e4cb872dd4a5e50f396237b43f38974eff5e5b7a9e41af5'
FROM alembic_version_log;
COMMIT;
