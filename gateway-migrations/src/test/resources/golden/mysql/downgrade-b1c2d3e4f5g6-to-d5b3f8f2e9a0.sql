-- history gateway for MySQL 8.4
SET NAMES utf8mb4;
SET SESSION autocommit = 1;

-- downgrade b1c2d3e4f5g6: add database indexes
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
    DROP INDEX ix_sessions_agent_id,
    DROP INDEX ix_sessions_user_id_updated_at,
    DROP INDEX ix_sessions_updated_at,
    DROP INDEX ix_sessions_user_id;
ALTER TABLE chat_messages
    DROP FOREIGN KEY chat_messages_session_id_fkey,
    DROP INDEX ix_chat_messages_session_id_created_at,
    DROP INDEX ix_chat_messages_created_at,
    DROP INDEX ix_chat_messages_session_id,
    ADD CONSTRAINT aludel_renewal_002b4dac FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE;
ALTER TABLE chat_messages
    DROP FOREIGN KEY aludel_renewal_002b4dac,
    DROP INDEX aludel_renewal_002b4dac,
    ADD CONSTRAINT chat_messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE;
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
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    'offline script',
    'aludel',
    'sha256:93c6acdad1ef8112aa7079c6de2dbc6acf39748d494d3d80d58f0f4c127c1e3a'
FROM alembic_version_log;
