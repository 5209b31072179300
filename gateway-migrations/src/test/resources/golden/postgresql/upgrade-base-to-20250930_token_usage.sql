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

-- upgrade d5b3f8f2e9a0: create initial database
BEGIN;
CREATE TABLE IF NOT EXISTS alembic_version (
    version_num VARCHAR(255) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
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
CREATE TABLE sessions (
    id varchar NOT NULL,
    name varchar,
    user_id varchar NOT NULL,
    agent_id varchar,
    created_at timestamp,
    updated_at timestamp,
    PRIMARY KEY (id)
);
CREATE TABLE chat_messages (
    id varchar NOT NULL,
    session_id varchar NOT NULL,
    message text NOT NULL,
    created_at timestamp,
    sender_type varchar,
    sender_name varchar,
    PRIMARY KEY (id),
    CONSTRAINT chat_messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO alembic_version (version_num) VALUES ('d5b3f8f2e9a0');
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    'd5b3f8f2e9a0',
    'upgrade',
    'done',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'offline script',
    'aludel',
    'sha256:d8a765597b796ee347adb020a018a05575db4a6d9ea801678773cadc8fc4d85c'
FROM alembic_version_log;
COMMIT;

-- upgrade b1c2d3e4f5g6: add database indexes
BEGIN;
DO $aludel$
BEGIN
    PERFORM set_config('maintenance_work_mem', '256MB', true)
    WHERE pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes('256MB');
END
$aludel$;
CREATE INDEX ix_sessions_user_id ON sessions (user_id);
CREATE INDEX ix_sessions_updated_at ON sessions (updated_at);
CREATE INDEX ix_sessions_user_id_updated_at ON sessions (user_id, updated_at);
CREATE INDEX ix_chat_messages_session_id ON chat_messages (session_id);
CREATE INDEX ix_chat_messages_created_at ON chat_messages (created_at);
CREATE INDEX ix_chat_messages_session_id_created_at ON chat_messages (session_id, created_at);
CREATE INDEX ix_sessions_agent_id ON sessions (agent_id);
UPDATE alembic_version SET version_num = 'b1c2d3e4f5g6' WHERE version_num = 'd5b3f8f2e9a0';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    'b1c2d3e4f5g6',
    'upgrade',
    'done',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'offline script',
    'aludel',
    'sha256:7fc9ba86ae161a1806786ebb0460d5761fd58d5f5cc5c2dcd9e8cf5ab4ccd01f'
FROM alembic_version_log;
COMMIT;

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

-- upgrade 079e06e9b448: add tasks, task events and feedback
BEGIN;
CREATE TABLE tasks (
    id varchar NOT NULL,
    user_id varchar NOT NULL,
    start_time bigint NOT NULL,
    end_time bigint,
    status varchar,
    initial_request_text text,
    PRIMARY KEY (id)
);
CREATE INDEX idx_tasks_user_id ON tasks (user_id);
CREATE TABLE task_events (
    id varchar NOT NULL,
    task_id varchar,
    user_id varchar,
    created_time bigint NOT NULL,
    topic varchar NOT NULL,
    direction varchar(50) NOT NULL,
    payload text NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT task_events_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks (id) ON DELETE CASCADE
);
CREATE INDEX idx_task_events_task_id ON task_events (task_id);
CREATE INDEX idx_task_events_created_time ON task_events (created_time);
CREATE TABLE feedback (
    id varchar NOT NULL,
    session_id varchar NOT NULL,
    task_id varchar NOT NULL,
    user_id varchar NOT NULL,
    rating integer NOT NULL,
    comment text,
    created_time bigint NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT feedback_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    CONSTRAINT feedback_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks (id) ON DELETE CASCADE
);
CREATE INDEX idx_feedback_session_id ON feedback (session_id);
CREATE INDEX idx_feedback_task_id ON feedback (task_id);
DO $aludel$
BEGIN
    PERFORM set_config('maintenance_work_mem', '256MB', true)
    WHERE pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes('256MB');
END
$aludel$;
CREATE INDEX idx_sessions_user_id ON sessions (user_id);
CREATE INDEX idx_sessions_created_time ON sessions (created_time);
CREATE INDEX idx_sessions_updated_time ON sessions (updated_time);
CREATE INDEX idx_chat_messages_session_id ON chat_messages (session_id);
CREATE INDEX idx_chat_messages_created_time ON chat_messages (created_time);
CREATE INDEX idx_chat_messages_session_created ON chat_messages (session_id, created_time);
DROP INDEX ix_sessions_user_id;
DROP INDEX ix_sessions_agent_id;
DROP INDEX ix_sessions_updated_time;
DROP INDEX ix_sessions_user_id_updated_time;
DROP INDEX ix_chat_messages_session_id;
DROP INDEX ix_chat_messages_created_time;
DROP INDEX ix_chat_messages_session_id_created_time;
UPDATE alembic_version SET version_num = '079e06e9b448' WHERE version_num = 'f6e7d8c9b0a1';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    '079e06e9b448',
    'upgrade',
    'done',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'offline script',
    'aludel',
    'sha256:90bd630ff47e2e14903bea9ddb0dbcacf03ec509fb5f42af2878872163459aa1'
FROM alembic_version_log;
COMMIT;

-- upgrade 20250930_token_usage: add token usage to tasks
BEGIN;
ALTER TABLE tasks
    ADD COLUMN total_input_tokens integer,
    ADD COLUMN total_output_tokens integer,
    ADD COLUMN total_cached_input_tokens integer,
    ADD COLUMN token_usage_details json;
UPDATE alembic_version SET version_num = '20250930_token_usage' WHERE version_num = '079e06e9b448';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    '20250930_token_usage',
    'upgrade',
    'done',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'offline script',
    'aludel',
    'sha256:b41abad739752172aceac04a6c96486fa397eb5c48c2881d08492c898c538ebc'
FROM alembic_version_log;
COMMIT;
