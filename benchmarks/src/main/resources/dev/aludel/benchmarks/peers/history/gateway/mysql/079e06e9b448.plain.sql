CREATE TABLE tasks (
    id VARCHAR(255) NOT NULL,
    user_id VARCHAR(255) NOT NULL,
    start_time BIGINT NOT NULL,
    end_time BIGINT,
    status VARCHAR(255),
    initial_request_text TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX idx_tasks_user_id ON tasks (user_id);
CREATE TABLE task_events (
    id VARCHAR(255) NOT NULL,
    task_id VARCHAR(255),
    user_id VARCHAR(255),
    created_time BIGINT NOT NULL,
    topic VARCHAR(255) NOT NULL,
    direction VARCHAR(50) NOT NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT task_events_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks (id) ON DELETE CASCADE
);
CREATE INDEX idx_task_events_task_id ON task_events (task_id);
CREATE INDEX idx_task_events_created_time ON task_events (created_time);
CREATE TABLE feedback (
    id VARCHAR(255) NOT NULL,
    session_id VARCHAR(255) NOT NULL,
    task_id VARCHAR(255) NOT NULL,
    user_id VARCHAR(255) NOT NULL,
    rating INTEGER NOT NULL,
    comment TEXT,
    created_time BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT feedback_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    CONSTRAINT feedback_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks (id) ON DELETE CASCADE
);
CREATE INDEX idx_feedback_session_id ON feedback (session_id);
CREATE INDEX idx_feedback_task_id ON feedback (task_id);
CREATE INDEX idx_sessions_user_id ON sessions (user_id);
CREATE INDEX idx_sessions_created_time ON sessions (created_time);
CREATE INDEX idx_sessions_updated_time ON sessions (updated_time);
DROP INDEX ix_sessions_user_id ON sessions;
DROP INDEX ix_sessions_agent_id ON sessions;
DROP INDEX ix_sessions_updated_time ON sessions;
DROP INDEX ix_sessions_user_id_updated_time ON sessions;
CREATE INDEX idx_chat_messages_session_id ON chat_messages (session_id);
CREATE INDEX idx_chat_messages_created_time ON chat_messages (created_time);
CREATE INDEX idx_chat_messages_session_created ON chat_messages (session_id, created_time);
DROP INDEX ix_chat_messages_session_id ON chat_messages;
DROP INDEX ix_chat_messages_created_time ON chat_messages;
DROP INDEX ix_chat_messages_session_id_created_time ON chat_messages;
