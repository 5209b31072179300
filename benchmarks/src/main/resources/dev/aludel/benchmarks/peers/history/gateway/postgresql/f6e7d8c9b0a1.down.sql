SET LOCAL maintenance_work_mem = '512MB';
ALTER TABLE sessions
    ALTER COLUMN created_time DROP NOT NULL,
    ALTER COLUMN created_time TYPE timestamp USING
        timestamp '1970-01-01 00:00:00'
            + (created_time / 86400000) * interval '1 day'
            + (created_time % 86400000) * interval '1 millisecond',
    ALTER COLUMN updated_time DROP NOT NULL,
    ALTER COLUMN updated_time TYPE timestamp USING
        timestamp '1970-01-01 00:00:00'
            + (updated_time / 86400000) * interval '1 day'
            + (updated_time % 86400000) * interval '1 millisecond';
ALTER TABLE sessions RENAME COLUMN created_time TO created_at;
ALTER TABLE sessions RENAME COLUMN updated_time TO updated_at;
ALTER TABLE chat_messages
    ALTER COLUMN created_time DROP NOT NULL,
    ALTER COLUMN created_time TYPE timestamp USING
        timestamp '1970-01-01 00:00:00'
            + (created_time / 86400000) * interval '1 day'
            + (created_time % 86400000) * interval '1 millisecond';
ALTER TABLE chat_messages RENAME COLUMN created_time TO created_at;
ALTER INDEX ix_sessions_updated_time RENAME TO ix_sessions_updated_at;
ALTER INDEX ix_sessions_user_id_updated_time RENAME TO ix_sessions_user_id_updated_at;
ALTER INDEX ix_chat_messages_created_time RENAME TO ix_chat_messages_created_at;
ALTER INDEX ix_chat_messages_session_id_created_time RENAME TO ix_chat_messages_session_id_created_at;
