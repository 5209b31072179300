-- history gateway for PostgreSQL 13.0
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';

-- upgrade 079e06e9b448: add tasks, task events and feedback
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
