SET LOCAL maintenance_work_mem = '512MB';
ALTER TABLE sessions
    ALTER COLUMN created_at TYPE bigint USING coalesce(
        extract(epoch FROM date_trunc('second', created_at))::bigint * 1000
            + extract(microseconds FROM created_at)::bigint % 1000000 / 1000,
        ${now}),
    ALTER COLUMN created_at SET NOT NULL,
    ALTER COLUMN updated_at TYPE bigint USING coalesce(
        extract(epoch FROM date_trunc('second', updated_at))::bigint * 1000
            + extract(microseconds FROM updated_at)::bigint % 1000000 / 1000,
        ${now}),
    ALTER COLUMN updated_at SET NOT NULL;
ALTER TABLE sessions RENAME COLUMN created_at TO created_time;
ALTER TABLE sessions RENAME COLUMN updated_at TO updated_time;
ALTER TABLE chat_messages
    ALTER COLUMN created_at TYPE bigint USING coalesce(
        extract(epoch FROM date_trunc('second', created_at))::bigint * 1000
            + extract(microseconds FROM created_at)::bigint % 1000000 / 1000,
        ${now}),
    ALTER COLUMN created_at SET NOT NULL;
ALTER TABLE chat_messages RENAME COLUMN created_at TO created_time;
ALTER INDEX ix_sessions_updated_at RENAME TO ix_sessions_updated_time;
ALTER INDEX ix_sessions_user_id_updated_at RENAME TO ix_sessions_user_id_updated_time;
ALTER INDEX ix_chat_messages_created_at RENAME TO ix_chat_messages_created_time;
ALTER INDEX ix_chat_messages_session_id_created_at RENAME TO ix_chat_messages_session_id_created_time;
