CREATE TABLE new_sessions (
    id VARCHAR NOT NULL,
    name VARCHAR,
    user_id VARCHAR NOT NULL,
    agent_id VARCHAR,
    created_time BIGINT NOT NULL,
    updated_time BIGINT NOT NULL,
    PRIMARY KEY (id)
);
INSERT INTO new_sessions
SELECT id, name, user_id, agent_id,
    COALESCE(CAST(strftime('%s', created_at) * 1000 AS INTEGER), ${now}),
    COALESCE(CAST(strftime('%s', updated_at) * 1000 AS INTEGER), ${now})
FROM sessions;
DROP TABLE sessions;
ALTER TABLE new_sessions RENAME TO sessions;
CREATE INDEX ix_sessions_user_id ON sessions (user_id);
CREATE INDEX ix_sessions_agent_id ON sessions (agent_id);
CREATE INDEX ix_sessions_updated_time ON sessions (updated_time);
CREATE INDEX ix_sessions_user_id_updated_time ON sessions (user_id, updated_time);
CREATE TABLE new_chat_messages (
    id VARCHAR NOT NULL,
    session_id VARCHAR NOT NULL,
    message TEXT NOT NULL,
    created_time BIGINT NOT NULL,
    sender_type VARCHAR,
    sender_name VARCHAR,
    PRIMARY KEY (id),
    CONSTRAINT chat_messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO new_chat_messages
SELECT id, session_id, message,
    COALESCE(CAST(strftime('%s', created_at) * 1000 AS INTEGER), ${now}),
    sender_type, sender_name
FROM chat_messages;
DROP TABLE chat_messages;
ALTER TABLE new_chat_messages RENAME TO chat_messages;
CREATE INDEX ix_chat_messages_session_id ON chat_messages (session_id);
CREATE INDEX ix_chat_messages_created_time ON chat_messages (created_time);
CREATE INDEX ix_chat_messages_session_id_created_time ON chat_messages (session_id, created_time);
