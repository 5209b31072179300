CREATE INDEX ix_sessions_user_id ON sessions (user_id);
CREATE INDEX ix_sessions_updated_at ON sessions (updated_at);
CREATE INDEX ix_sessions_user_id_updated_at ON sessions (user_id, updated_at);
CREATE INDEX ix_sessions_agent_id ON sessions (agent_id);
CREATE INDEX ix_chat_messages_session_id ON chat_messages (session_id);
CREATE INDEX ix_chat_messages_created_at ON chat_messages (created_at);
CREATE INDEX ix_chat_messages_session_id_created_at ON chat_messages (session_id, created_at);
