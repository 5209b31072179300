-- history gateway for MySQL 8.4
SET NAMES utf8mb4;
SET SESSION autocommit = 1;

-- upgrade 079e06e9b448: add tasks, task events and feedback
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
    id VARCHAR(255) NOT NULL,
    user_id VARCHAR(255) NOT NULL,
    start_time BIGINT NOT NULL,
    end_time BIGINT,
    status VARCHAR(255),
    initial_request_text TEXT,
    PRIMARY KEY (id),
    INDEX idx_tasks_user_id (user_id)
);
CREATE TABLE task_events (
    id VARCHAR(255) NOT NULL,
    task_id VARCHAR(255),
    user_id VARCHAR(255),
    created_time BIGINT NOT NULL,
    topic VARCHAR(255) NOT NULL,
    direction VARCHAR(50) NOT NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT task_events_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks (id) ON DELETE CASCADE,
    INDEX idx_task_events_task_id (task_id),
    INDEX idx_task_events_created_time (created_time)
);
CREATE TABLE feedback (
    id VARCHAR(255) NOT NULL,
    session_id VARCHAR(255) NOT NULL,
    task_id VARCHAR(255) NOT NULL,
    user_id VARCHAR(255) NOT NULL,
    rating INT NOT NULL,
    comment TEXT,
    created_time BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT feedback_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    CONSTRAINT feedback_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks (id) ON DELETE CASCADE,
    INDEX idx_feedback_session_id (session_id),
    INDEX idx_feedback_task_id (task_id)
);
ALTER TABLE sessions
    DROP INDEX ix_sessions_user_id,
    DROP INDEX ix_sessions_agent_id,
    DROP INDEX ix_sessions_updated_time,
    DROP INDEX ix_sessions_user_id_updated_time,
    ADD INDEX idx_sessions_user_id (user_id),
    ADD INDEX idx_sessions_created_time (created_time),
    ADD INDEX idx_sessions_updated_time (updated_time);
ALTER TABLE chat_messages
    DROP INDEX ix_chat_messages_session_id,
    DROP INDEX ix_chat_messages_created_time,
    DROP INDEX ix_chat_messages_session_id_created_time,
    ADD INDEX idx_chat_messages_session_id (session_id),
    ADD INDEX idx_chat_messages_created_time (created_time),
    ADD INDEX idx_chat_messages_session_created (session_id, created_time);
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
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    'offline script',
    'aludel',
    'sha256:90bd630ff47e2e14903bea9ddb0dbcacf03ec509fb5f42af2878872163459aa1'
FROM alembic_version_log;
