-- history gateway for MySQL 8.4
SET NAMES utf8mb4;
SET SESSION autocommit = 1;

-- downgrade 079e06e9b448: add tasks, task events and feedback
ALTER TABLE chat_messages
    ADD INDEX ix_chat_messages_session_id_created_time (session_id, created_time),
    ADD INDEX ix_chat_messages_created_time (created_time),
    ADD INDEX ix_chat_messages_session_id (session_id);
ALTER TABLE sessions
    ADD INDEX ix_sessions_user_id_updated_time (user_id, updated_time),
    ADD INDEX ix_sessions_updated_time (updated_time),
    ADD INDEX ix_sessions_agent_id (agent_id),
    ADD INDEX ix_sessions_user_id (user_id);
ALTER TABLE chat_messages
    DROP INDEX idx_chat_messages_session_created,
    DROP INDEX idx_chat_messages_created_time,
    DROP INDEX idx_chat_messages_session_id;
ALTER TABLE sessions
    DROP INDEX idx_sessions_updated_time,
    DROP INDEX idx_sessions_created_time,
    DROP INDEX idx_sessions_user_id;
DROP TABLE feedback;
DROP TABLE task_events;
DROP TABLE tasks;
UPDATE alembic_version SET version_num = 'f6e7d8c9b0a1' WHERE version_num = '079e06e9b448';
