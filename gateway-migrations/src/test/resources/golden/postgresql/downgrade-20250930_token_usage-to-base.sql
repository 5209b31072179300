-- history gateway for PostgreSQL 13.0
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';

-- downgrade 20250930_token_usage: add token usage to tasks
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
ALTER TABLE tasks
    DROP COLUMN token_usage_details,
    DROP COLUMN total_cached_input_tokens,
    DROP COLUMN total_output_tokens,
    DROP COLUMN total_input_tokens;
UPDATE alembic_version SET version_num = '079e06e9b448' WHERE version_num = '20250930_token_usage';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    '20250930_token_usage',
    'downgrade',
    'done',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'offline script',
    'aludel',
    'sha256:298823725d8e73c0a21abe91e735df5b108bcc2ffe537db2c12a400e36faa104'
FROM alembic_version_log;
COMMIT;

-- downgrade 079e06e9b448: add tasks, task events and feedback
BEGIN;
DO $aludel$
BEGIN
    PERFORM set_config('maintenance_work_mem', '256MB', true)
    WHERE pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes('256MB');
END
$aludel$;
CREATE INDEX ix_chat_messages_session_id_created_time ON chat_messages (session_id, created_time);
CREATE INDEX ix_chat_messages_created_time ON chat_messages (created_time);
CREATE INDEX ix_chat_messages_session_id ON chat_messages (session_id);
CREATE INDEX ix_sessions_user_id_updated_time ON sessions (user_id, updated_time);
CREATE INDEX ix_sessions_updated_time ON sessions (updated_time);
CREATE INDEX ix_sessions_agent_id ON sessions (agent_id);
CREATE INDEX ix_sessions_user_id ON sessions (user_id);
DROP INDEX idx_chat_messages_session_created;
DROP INDEX idx_chat_messages_created_time;
DROP INDEX idx_chat_messages_session_id;
DROP INDEX idx_sessions_updated_time;
DROP INDEX idx_sessions_created_time;
DROP INDEX idx_sessions_user_id;
DROP TABLE feedback;
DROP TABLE task_events;
DROP TABLE tasks;
UPDATE alembic_version SET version_num = 'f6e7d8c9b0a1' WHERE version_num = '079e06e9b448';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    '079e06e9b448',
    'downgrade',
    'done',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'offline script',
    'aludel',
    'sha256:768bfede516b9d92437132cfb54194ae9fec86795a9c4ca281f3eb21ab2c0d8e'
FROM alembic_version_log;
COMMIT;

-- downgrade f6e7d8c9b0a1: convert timestamps to epoch and align columns
BEGIN;
-- check column "created_time" of table "chat_messages"
DO $aludel$
#variable_conflict use_column
DECLARE
    total bigint;
    samples text;
BEGIN
    SELECT max("offending rows"), string_agg((to_jsonb("offending row") - 'offending rows')::text, ', ')
    INTO total, samples
    FROM (
SELECT count(*) OVER () AS "offending rows", id, created_time
FROM chat_messages
WHERE created_time BETWEEN -9223372036854775808 AND -210866803200001
    OR created_time BETWEEN 9224318016000000 AND 9223372036854775807
ORDER BY id
LIMIT 5
    ) AS "offending row";
    IF total > 0 THEN
        RAISE EXCEPTION USING
            MESSAGE = 'column "created_time" of table "chat_messages" holds milliseconds that lie outside of what a timestamp takes' || ': ' || total || CASE total WHEN 1 THEN ' row' ELSE ' rows' END,
            DETAIL = 'For example: ' || samples,
            HINT = 'Give those rows a value that can be converted, or NULL, and run the migration again.';
    END IF;
END
$aludel$;
-- check column "updated_time" of table "sessions"
DO $aludel$
#variable_conflict use_column
DECLARE
    total bigint;
    samples text;
BEGIN
    SELECT max("offending rows"), string_agg((to_jsonb("offending row") - 'offending rows')::text, ', ')
    INTO total, samples
    FROM (
SELECT count(*) OVER () AS "offending rows", id, updated_time
FROM sessions
WHERE updated_time BETWEEN -9223372036854775808 AND -210866803200001
    OR updated_time BETWEEN 9224318016000000 AND 9223372036854775807
ORDER BY id
LIMIT 5
    ) AS "offending row";
    IF total > 0 THEN
        RAISE EXCEPTION USING
            MESSAGE = 'column "updated_time" of table "sessions" holds milliseconds that lie outside of what a timestamp takes' || ': ' || total || CASE total WHEN 1 THEN ' row' ELSE ' rows' END,
            DETAIL = 'For example: ' || samples,
            HINT = 'Give those rows a value that can be converted, or NULL, and run the migration again.';
    END IF;
END
$aludel$;
-- check column "created_time" of table "sessions"
DO $aludel$
#variable_conflict use_column
DECLARE
    total bigint;
    samples text;
BEGIN
    SELECT max("offending rows"), string_agg((to_jsonb("offending row") - 'offending rows')::text, ', ')
    INTO total, samples
    FROM (
SELECT count(*) OVER () AS "offending rows", id, created_time
FROM sessions
WHERE created_time BETWEEN -9223372036854775808 AND -210866803200001
    OR created_time BETWEEN 9224318016000000 AND 9223372036854775807
ORDER BY id
LIMIT 5
    ) AS "offending row";
    IF total > 0 THEN
        RAISE EXCEPTION USING
            MESSAGE = 'column "created_time" of table "sessions" holds milliseconds that lie outside of what a timestamp takes' || ': ' || total || CASE total WHEN 1 THEN ' row' ELSE ' rows' END,
            DETAIL = 'For example: ' || samples,
            HINT = 'Give those rows a value that can be converted, or NULL, and run the migration again.';
    END IF;
END
$aludel$;
DROP INDEX IF EXISTS ix_chat_messages_session_id_created_time;
DROP INDEX IF EXISTS ix_chat_messages_created_time;
DO $aludel$
BEGIN
    PERFORM set_config('maintenance_work_mem', '256MB', true)
    WHERE pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes('256MB');
END
$aludel$;
LOCK TABLE chat_messages IN ACCESS EXCLUSIVE MODE;
DO $aludel$
BEGIN
    PERFORM set_config('aludel.counts', concat_ws(' ', count(*), count(created_time)), true)
    FROM chat_messages;
END
$aludel$;
ALTER TABLE chat_messages
    ALTER COLUMN created_time TYPE timestamp USING
        timestamp '1970-01-01 00:00:00'
            + (created_time / 86400000) * interval '1 day'
            + (created_time % 86400000) * interval '1 millisecond',
    ALTER COLUMN created_time DROP NOT NULL;
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
SELECT 1 AS "offending rows", current_setting('aludel.counts') AS "rows and values before", concat_ws(' ', count(*), count(created_time)) AS "rows and values now"
FROM chat_messages
HAVING concat_ws(' ', count(*), count(created_time)) <> current_setting('aludel.counts')
    ) AS "offending row";
    IF total > 0 THEN
        RAISE EXCEPTION USING
            MESSAGE = 'table "chat_messages" does not have every row, and every value of its converted columns, that it had' || ': ' || total || CASE total WHEN 1 THEN ' row' ELSE ' rows' END,
            DETAIL = 'For example: ' || samples,
            HINT = 'Look for what turns values of these columns into NULL, such as a function that converts them.';
    END IF;
END
$aludel$;
ALTER TABLE chat_messages RENAME COLUMN created_time TO created_at;
CREATE INDEX IF NOT EXISTS ix_chat_messages_session_id_created_at ON chat_messages (session_id, created_at);
CREATE INDEX IF NOT EXISTS ix_chat_messages_created_at ON chat_messages (created_at);
DROP INDEX IF EXISTS ix_sessions_user_id_updated_time;
DROP INDEX IF EXISTS ix_sessions_updated_time;
LOCK TABLE sessions IN ACCESS EXCLUSIVE MODE;
DO $aludel$
BEGIN
    PERFORM set_config('aludel.counts', concat_ws(' ', count(*), count(updated_time), count(created_time)), true)
    FROM sessions;
END
$aludel$;
ALTER TABLE sessions
    ALTER COLUMN updated_time TYPE timestamp USING
        timestamp '1970-01-01 00:00:00'
            + (updated_time / 86400000) * interval '1 day'
            + (updated_time % 86400000) * interval '1 millisecond',
    ALTER COLUMN updated_time DROP NOT NULL,
    ALTER COLUMN created_time TYPE timestamp USING
        timestamp '1970-01-01 00:00:00'
            + (created_time / 86400000) * interval '1 day'
            + (created_time % 86400000) * interval '1 millisecond',
    ALTER COLUMN created_time DROP NOT NULL;
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
SELECT 1 AS "offending rows", current_setting('aludel.counts') AS "rows and values before", concat_ws(' ', count(*), count(updated_time), count(created_time)) AS "rows and values now"
FROM sessions
HAVING concat_ws(' ', count(*), count(updated_time), count(created_time)) <> current_setting('aludel.counts')
    ) AS "offending row";
    IF total > 0 THEN
        RAISE EXCEPTION USING
            MESSAGE = 'table "sessions" does not have every row, and every value of its converted columns, that it had' || ': ' || total || CASE total WHEN 1 THEN ' row' ELSE ' rows' END,
            DETAIL = 'For example: ' || samples,
            HINT = 'Look for what turns values of these columns into NULL, such as a function that converts them.';
    END IF;
END
$aludel$;
ALTER TABLE sessions RENAME COLUMN updated_time TO updated_at;
ALTER TABLE sessions RENAME COLUMN created_time TO created_at;
CREATE INDEX IF NOT EXISTS ix_sessions_user_id_updated_at ON sessions (user_id, updated_at);
CREATE INDEX IF NOT EXISTS ix_sessions_updated_at ON sessions (updated_at);
UPDATE alembic_version SET version_num = 'b1c2d3e4f5g6' WHERE version_num = 'f6e7d8c9b0a1';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    'f6e7d8c9b0a1',
    'downgrade',
    'done',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'offline script',
    'aludel',
    'sha256:946993889eaf58804329d5f920b145856b7810e869b2fc197d543fe122f72ed8'
FROM alembic_version_log;
COMMIT;

-- downgrade b1c2d3e4f5g6: add database indexes
BEGIN;
DROP INDEX ix_sessions_agent_id;
DROP INDEX ix_chat_messages_session_id_created_at;
DROP INDEX ix_chat_messages_created_at;
DROP INDEX ix_chat_messages_session_id;
DROP INDEX ix_sessions_user_id_updated_at;
DROP INDEX ix_sessions_updated_at;
DROP INDEX ix_sessions_user_id;
UPDATE alembic_version SET version_num = 'd5b3f8f2e9a0' WHERE version_num = 'b1c2d3e4f5g6';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    'b1c2d3e4f5g6',
    'downgrade',
    'done',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'offline script',
    'aludel',
    'sha256:93c6acdad1ef8112aa7079c6de2dbc6acf39748d494d3d80d58f0f4c127c1e3a'
FROM alembic_version_log;
COMMIT;

-- downgrade d5b3f8f2e9a0: create initial database
BEGIN;
DROP TABLE chat_messages;
DROP TABLE sessions;
DELETE FROM alembic_version WHERE version_num = 'd5b3f8f2e9a0';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    'd5b3f8f2e9a0',
    'downgrade',
    'done',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'offline script',
    'aludel',
    'sha256:f29161d6070acf7e80c1643a7b64a87ff00d95129856a4f7a7388efdc920a9a0'
FROM alembic_version_log;
COMMIT;
