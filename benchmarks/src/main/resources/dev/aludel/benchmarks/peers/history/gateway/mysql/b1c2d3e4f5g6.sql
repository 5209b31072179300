ALTER TABLE sessions
    ADD INDEX ix_sessions_user_id (user_id),
    ADD INDEX ix_sessions_updated_at (updated_at),
    ADD INDEX ix_sessions_user_id_updated_at (user_id, updated_at),
    ADD INDEX ix_sessions_agent_id (agent_id);
ALTER TABLE chat_messages
    ADD INDEX ix_chat_messages_session_id (session_id),
    ADD INDEX ix_chat_messages_created_at (created_at),
    ADD INDEX ix_chat_messages_session_id_created_at (session_id, created_at);
