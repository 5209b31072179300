CREATE TABLE sessions (
    id VARCHAR(255) NOT NULL,
    name VARCHAR(255),
    user_id VARCHAR(255) NOT NULL,
    agent_id VARCHAR(255),
    created_at DATETIME(6),
    updated_at DATETIME(6),
    PRIMARY KEY (id)
);
CREATE TABLE chat_messages (
    id VARCHAR(255) NOT NULL,
    session_id VARCHAR(255) NOT NULL,
    message TEXT NOT NULL,
    created_at DATETIME(6),
    sender_type VARCHAR(255),
    sender_name VARCHAR(255),
    PRIMARY KEY (id),
    CONSTRAINT chat_messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
