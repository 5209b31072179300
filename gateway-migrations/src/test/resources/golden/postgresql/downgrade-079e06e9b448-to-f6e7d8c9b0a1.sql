-- history gateway for PostgreSQL 13.0
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';

-- downgrade 079e06e9b448: add tasks, task events and feedback
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
