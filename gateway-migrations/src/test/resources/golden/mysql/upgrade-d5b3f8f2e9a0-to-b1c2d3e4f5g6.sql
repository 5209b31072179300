-- history gateway for MySQL 8.4
SET NAMES utf8mb4;
SET SESSION autocommit = 1;

-- upgrade b1c2d3e4f5g6: add database indexes
ALTER TABLE sessions
    ADD INDEX ix_sessions_user_id (user_id),
    ADD INDEX ix_sessions_updated_at (updated_at),
    ADD INDEX ix_sessions_user_id_updated_at (user_id, updated_at);
ALTER TABLE chat_messages
    ADD INDEX ix_chat_messages_session_id (session_id),
    ADD INDEX ix_chat_messages_created_at (created_at),
    ADD INDEX ix_chat_messages_session_id_created_at (session_id, created_at);
CREATE INDEX ix_sessions_agent_id ON sessions (agent_id);
UPDATE alembic_version SET version_num = 'b1c2d3e4f5g6' WHERE version_num = 'd5b3f8f2e9a0';
