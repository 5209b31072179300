-- history gateway for MySQL 8.4
SET NAMES utf8mb4;
SET SESSION autocommit = 1;

-- downgrade b1c2d3e4f5g6: add database indexes
ALTER TABLE sessions DROP INDEX ix_sessions_agent_id;
ALTER TABLE chat_messages
    DROP FOREIGN KEY chat_messages_session_id_fkey,
    DROP INDEX ix_chat_messages_session_id_created_at,
    DROP INDEX ix_chat_messages_created_at,
    DROP INDEX ix_chat_messages_session_id,
    ADD CONSTRAINT aludel_renewal_002b4dac FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE;
ALTER TABLE chat_messages
    DROP FOREIGN KEY aludel_renewal_002b4dac,
    DROP INDEX aludel_renewal_002b4dac,
    ADD CONSTRAINT chat_messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE;
ALTER TABLE sessions
    DROP INDEX ix_sessions_user_id_updated_at,
    DROP INDEX ix_sessions_updated_at,
    DROP INDEX ix_sessions_user_id;
UPDATE alembic_version SET version_num = 'd5b3f8f2e9a0' WHERE version_num = 'b1c2d3e4f5g6';
