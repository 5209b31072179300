CREATE TABLE sessions (
    id VARCHAR NOT NULL,
    name VARCHAR,
    user_id VARCHAR NOT NULL,
    agent_id VARCHAR,
    created_at TIMESTAMP,
    updated_at TIMESTAMP,
    PRIMARY KEY (id)
);
CREATE TABLE chat_messages (
    id VARCHAR NOT NULL,
    session_id VARCHAR NOT NULL,
    message TEXT NOT NULL,
    created_at TIMESTAMP,
    sender_type VARCHAR,
    sender_name VARCHAR,
    PRIMARY KEY (id),
    CONSTRAINT chat_messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
