-- history gateway for SQLite 3.35.5
.bail on

-- downgrade b1c2d3e4f5g6: add database indexes
BEGIN IMMEDIATE;
DROP INDEX ix_sessions_agent_id;
DROP INDEX ix_chat_messages_session_id_created_at;
DROP INDEX ix_chat_messages_created_at;
DROP INDEX ix_chat_messages_session_id;
DROP INDEX ix_sessions_user_id_updated_at;
DROP INDEX ix_sessions_updated_at;
DROP INDEX ix_sessions_user_id;
UPDATE alembic_version SET version_num = 'd5b3f8f2e9a0' WHERE version_num = 'b1c2d3e4f5g6';
COMMIT;
