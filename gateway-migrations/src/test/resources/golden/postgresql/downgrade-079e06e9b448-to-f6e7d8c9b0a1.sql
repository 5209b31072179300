-- history gateway for PostgreSQL 13.0
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';

-- downgrade 079e06e9b448: add tasks, task events and feedback
BEGIN;
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
COMMIT;
