-- history gateway for MySQL 8.4
SET NAMES utf8mb4;
SET SESSION autocommit = 1;

-- upgrade b1c2d3e4f5g6: add database indexes
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
ALTER TABLE sessions
    ADD INDEX ix_sessions_user_id (user_id),
    ADD INDEX ix_sessions_updated_at (updated_at),
    ADD INDEX ix_sessions_user_id_updated_at (user_id, updated_at),
    ADD INDEX ix_sessions_agent_id (agent_id);
ALTER TABLE chat_messages
    ADD INDEX ix_chat_messages_session_id (session_id),
    ADD INDEX ix_chat_messages_created_at (created_at),
    ADD INDEX ix_chat_messages_session_id_created_at (session_id, created_at);
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
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    'offline script',
    'aludel',
    'sha256:7fc9ba86ae161a1806786ebb0460d5761fd58d5f5cc5c2dcd9e8cf5ab4ccd01f'
FROM alembic_version_log;
