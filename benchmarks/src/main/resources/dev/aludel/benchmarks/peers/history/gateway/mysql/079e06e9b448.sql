CREATE TABLE tasks (
    id VARCHAR(255) NOT NULL,
    user_id VARCHAR(255) NOT NULL,
    start_time BIGINT NOT NULL,
    end_time BIGINT,
    status VARCHAR(255),
    initial_request_text TEXT,
    PRIMARY KEY (id),
    INDEX idx_tasks_user_id (user_id)
);
CREATE TABLE task_events (
    id VARCHAR(255) NOT NULL,
    task_id VARCHAR(255),
    user_id VARCHAR(255),
    created_time BIGINT NOT NULL,
    topic VARCHAR(255) NOT NULL,
    direction VARCHAR(50) NOT NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (id),
    INDEX idx_task_events_task_id (task_id),
    INDEX idx_task_events_created_time (created_time),
    CONSTRAINT task_events_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks (id) ON DELETE CASCADE
);
CREATE TABLE feedback (
    id VARCHAR(255) NOT NULL,
    session_id VARCHAR(255) NOT NULL,
    task_id VARCHAR(255) NOT NULL,
    user_id VARCHAR(255) NOT NULL,
    rating INTEGER NOT NULL,
    comment TEXT,
    created_time BIGINT NOT NULL,
    PRIMARY KEY (id),
    INDEX idx_feedback_session_id (session_id),
    INDEX idx_feedback_task_id (task_id),
    CONSTRAINT feedback_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    CONSTRAINT feedback_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks (id) ON DELETE CASCADE
);
ALTER TABLE sessions
    ADD INDEX idx_sessions_user_id (user_id),
    ADD INDEX idx_sessions_created_time (created_time),
    ADD INDEX idx_sessions_updated_time (updated_time),
    DROP INDEX ix_sessions_user_id,
    DROP INDEX ix_sessions_agent_id,
    DROP INDEX ix_sessions_updated_time,
    DROP INDEX ix_sessions_user_id_updated_time;
ALTER TABLE chat_messages
    ADD INDEX idx_chat_messages_session_id (session_id),
    ADD INDEX idx_chat_messages_created_time (created_time),
    ADD INDEX idx_chat_messages_session_created (session_id, created_time),
    DROP INDEX ix_chat_messages_session_id,
    DROP INDEX ix_chat_messages_created_time,
    DROP INDEX ix_chat_messages_session_id_created_time;
