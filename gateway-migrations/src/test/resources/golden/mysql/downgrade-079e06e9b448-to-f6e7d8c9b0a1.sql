-- history gateway for MySQL 8.4
SET NAMES utf8mb4;
SET SESSION autocommit = 1;

-- downgrade 079e06e9b448: add tasks, task events and feedback
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
ALTER TABLE chat_messages
    DROP INDEX idx_chat_messages_session_created,
    DROP INDEX idx_chat_messages_created_time,
    DROP INDEX idx_chat_messages_session_id,
    ADD INDEX ix_chat_messages_session_id_created_time (session_id, created_time),
    ADD INDEX ix_chat_messages_created_time (created_time),
    ADD INDEX ix_chat_messages_session_id (session_id);
ALTER TABLE sessions
    DROP INDEX idx_sessions_updated_time,
    DROP INDEX idx_sessions_created_time,
    DROP INDEX idx_sessions_user_id,
    ADD INDEX ix_sessions_user_id_updated_time (user_id, updated_time),
    ADD INDEX ix_sessions_updated_time (updated_time),
    ADD INDEX ix_sessions_agent_id (agent_id),
    ADD INDEX ix_sessions_user_id (user_id);
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
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    'offline script',
    'aludel',
    'sha256:768bfede516b9d92437132cfb54194ae9fec86795a9c4ca281f3eb21ab2c0d8e'
FROM alembic_version_log;
