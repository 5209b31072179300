-- history gateway for SQLite 3.35.5
.bail on

-- upgrade 20250930_token_usage: add token usage to tasks
BEGIN IMMEDIATE;
ALTER TABLE tasks ADD COLUMN total_input_tokens INTEGER;
ALTER TABLE tasks ADD COLUMN total_output_tokens INTEGER;
ALTER TABLE tasks ADD COLUMN total_cached_input_tokens INTEGER;
ALTER TABLE tasks ADD COLUMN token_usage_details JSON;
UPDATE alembic_version SET version_num = '20250930_token_usage' WHERE version_num = '079e06e9b448';
COMMIT;
