SET SESSION foreign_key_checks = 0;
ALTER TABLE sessions
    DROP INDEX ix_sessions_user_id,
    DROP INDEX ix_sessions_agent_id,
    DROP INDEX ix_sessions_updated_at,
    DROP INDEX ix_sessions_user_id_updated_at,
    ADD COLUMN created_time BIGINT NOT NULL DEFAULT (IF(created_at IS NULL, ${now}, (TO_DAYS(created_at) - 719528) * 86400000 + TIME_TO_SEC(created_at) * 1000 + MICROSECOND(created_at) DIV 1000)),
    ADD COLUMN updated_time BIGINT NOT NULL DEFAULT (IF(updated_at IS NULL, ${now}, (TO_DAYS(updated_at) - 719528) * 86400000 + TIME_TO_SEC(updated_at) * 1000 + MICROSECOND(updated_at) DIV 1000)),
    ALGORITHM = COPY;
ALTER TABLE sessions
    ALTER COLUMN created_time DROP DEFAULT,
    ALTER COLUMN updated_time DROP DEFAULT,
    DROP COLUMN created_at,
    DROP COLUMN updated_at;
ALTER TABLE sessions
    ADD INDEX ix_sessions_user_id (user_id),
    ADD INDEX ix_sessions_agent_id (agent_id),
    ADD INDEX ix_sessions_updated_time (updated_time),
    ADD INDEX ix_sessions_user_id_updated_time (user_id, updated_time),
    ALGORITHM = INPLACE;
ALTER TABLE chat_messages
    DROP FOREIGN KEY chat_messages_session_id_fkey,
    DROP INDEX ix_chat_messages_session_id,
    DROP INDEX ix_chat_messages_created_at,
    DROP INDEX ix_chat_messages_session_id_created_at,
    ADD COLUMN created_time BIGINT NOT NULL DEFAULT (IF(created_at IS NULL, ${now}, (TO_DAYS(created_at) - 719528) * 86400000 + TIME_TO_SEC(created_at) * 1000 + MICROSECOND(created_at) DIV 1000)),
    ALGORITHM = COPY;
ALTER TABLE chat_messages
    ALTER COLUMN created_time DROP DEFAULT,
    DROP COLUMN created_at;
ALTER TABLE chat_messages
    ADD INDEX ix_chat_messages_session_id (session_id),
    ADD INDEX ix_chat_messages_created_time (created_time),
    ADD INDEX ix_chat_messages_session_id_created_time (session_id, created_time),
    ADD CONSTRAINT chat_messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    ALGORITHM = INPLACE;
SET SESSION foreign_key_checks = 1;
