DROP INDEX ix_sessions_updated_time;
DROP INDEX ix_sessions_user_id_updated_time;
DROP INDEX ix_sessions_user_id;
DROP INDEX ix_sessions_agent_id;
ALTER TABLE sessions ADD COLUMN created_at DATETIME;
ALTER TABLE sessions ADD COLUMN updated_at DATETIME;
UPDATE sessions SET
    created_at = strftime('%Y-%m-%d %H:%M:%S', (created_time - ((created_time % 1000) + 1000) % 1000) / 1000, 'unixepoch') || printf('.%03d000', ((created_time % 1000) + 1000) % 1000),
    updated_at = strftime('%Y-%m-%d %H:%M:%S', (updated_time - ((updated_time % 1000) + 1000) % 1000) / 1000, 'unixepoch') || printf('.%03d000', ((updated_time % 1000) + 1000) % 1000);
ALTER TABLE sessions DROP COLUMN created_time;
ALTER TABLE sessions DROP COLUMN updated_time;
CREATE INDEX ix_sessions_user_id ON sessions (user_id);
CREATE INDEX ix_sessions_agent_id ON sessions (agent_id);
CREATE INDEX ix_sessions_updated_at ON sessions (updated_at);
CREATE INDEX ix_sessions_user_id_updated_at ON sessions (user_id, updated_at);
DROP INDEX ix_chat_messages_created_time;
DROP INDEX ix_chat_messages_session_id_created_time;
DROP INDEX ix_chat_messages_session_id;
ALTER TABLE chat_messages ADD COLUMN created_at DATETIME;
UPDATE chat_messages SET
    created_at = strftime('%Y-%m-%d %H:%M:%S', (created_time - ((created_time % 1000) + 1000) % 1000) / 1000, 'unixepoch') || printf('.%03d000', ((created_time % 1000) + 1000) % 1000);
ALTER TABLE chat_messages DROP COLUMN created_time;
CREATE INDEX ix_chat_messages_session_id ON chat_messages (session_id);
CREATE INDEX ix_chat_messages_created_at ON chat_messages (created_at);
CREATE INDEX ix_chat_messages_session_id_created_at ON chat_messages (session_id, created_at);
