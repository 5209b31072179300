-- history gateway for SQLite 3.35.5
.bail on

-- downgrade 20250930_token_usage: add token usage to tasks
BEGIN IMMEDIATE;
ALTER TABLE tasks DROP COLUMN token_usage_details;
ALTER TABLE tasks DROP COLUMN total_cached_input_tokens;
ALTER TABLE tasks DROP COLUMN total_output_tokens;
ALTER TABLE tasks DROP COLUMN total_input_tokens;
UPDATE alembic_version SET version_num = '079e06e9b448' WHERE version_num = '20250930_token_usage';
COMMIT;
