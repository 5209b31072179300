SET SESSION foreign_key_checks = 0;
ALTER TABLE sessions
    DROP INDEX ix_sessions_user_id,
    DROP INDEX ix_sessions_agent_id,
    DROP INDEX ix_sessions_updated_time,
    DROP INDEX ix_sessions_user_id_updated_time,
    ADD COLUMN created_at DATETIME(6) DEFAULT (TIMESTAMPADD(MICROSECOND, created_time * 1000, TIMESTAMP'1970-01-01 00:00:00')),
    ADD COLUMN updated_at DATETIME(6) DEFAULT (TIMESTAMPADD(MICROSECOND, updated_time * 1000, TIMESTAMP'1970-01-01 00:00:00')),
    ALGORITHM = COPY;
ALTER TABLE sessions
    ALTER COLUMN created_at DROP DEFAULT,
    ALTER COLUMN updated_at DROP DEFAULT,
    DROP COLUMN created_time,
    DROP COLUMN updated_time;
ALTER TABLE sessions
    ADD INDEX ix_sessions_user_id (user_id),
    ADD INDEX ix_sessions_agent_id (agent_id),
    ADD INDEX ix_sessions_updated_at (updated_at),
    ADD INDEX ix_sessions_user_id_updated_at (user_id, updated_at),
    ALGORITHM = INPLACE;
ALTER TABLE chat_messages
    DROP FOREIGN KEY chat_messages_session_id_fkey,
    DROP INDEX ix_chat_messages_session_id,
    DROP INDEX ix_chat_messages_created_time,
    DROP INDEX ix_chat_messages_session_id_created_time,
    ADD COLUMN created_at DATETIME(6) DEFAULT (TIMESTAMPADD(MICROSECOND, created_time * 1000, TIMESTAMP'1970-01-01 00:00:00')),
    ALGORITHM = COPY;
ALTER TABLE chat_messages
    ALTER COLUMN created_at DROP DEFAULT,
    DROP COLUMN created_time;
ALTER TABLE chat_messages
    ADD INDEX ix_chat_messages_session_id (session_id),
    ADD INDEX ix_chat_messages_created_at (created_at),
    ADD INDEX ix_chat_messages_session_id_created_at (session_id, created_at),
    ADD CONSTRAINT chat_messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    ALGORITHM = INPLACE;
SET SESSION foreign_key_checks = 1;
