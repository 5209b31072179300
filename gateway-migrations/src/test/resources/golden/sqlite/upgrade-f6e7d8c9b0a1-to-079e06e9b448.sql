-- history gateway for SQLite 3.35.5
.bail on

-- upgrade 079e06e9b448: add tasks, task events and feedback
BEGIN IMMEDIATE;
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
    id VARCHAR NOT NULL,
    user_id VARCHAR NOT NULL,
    start_time BIGINT NOT NULL,
    end_time BIGINT,
    status VARCHAR,
    initial_request_text TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX idx_tasks_user_id ON tasks (user_id);
CREATE TABLE task_events (
    id VARCHAR NOT NULL,
    task_id VARCHAR,
    user_id VARCHAR,
    created_time BIGINT NOT NULL,
    topic VARCHAR NOT NULL,
    direction VARCHAR(50) NOT NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT task_events_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks (id) ON DELETE CASCADE
);
CREATE INDEX idx_task_events_task_id ON task_events (task_id);
CREATE INDEX idx_task_events_created_time ON task_events (created_time);
CREATE TABLE feedback (
    id VARCHAR NOT NULL,
    session_id VARCHAR NOT NULL,
    task_id VARCHAR NOT NULL,
    user_id VARCHAR NOT NULL,
    rating INTEGER NOT NULL,
    comment TEXT,
    created_time BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT feedback_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    CONSTRAINT feedback_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks (id) ON DELETE CASCADE
);
CREATE INDEX idx_feedback_session_id ON feedback (session_id);
CREATE INDEX idx_feedback_task_id ON feedback (task_id);
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
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    'offline script',
    'aludel',
    'sha256:90bd630ff47e2e14903bea9ddb0dbcacf03ec509fb5f42af2878872163459aa1'
FROM alembic_version_log;
COMMIT;
