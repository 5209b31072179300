-- history gateway for MySQL 8.4
SET NAMES utf8mb4;
SET SESSION autocommit = 1;

-- downgrade 20250930_token_usage: add token usage to tasks
ALTER TABLE tasks
    DROP COLUMN token_usage_details,
    DROP COLUMN total_cached_input_tokens,
    DROP COLUMN total_output_tokens,
    DROP COLUMN total_input_tokens;
UPDATE alembic_version SET version_num = '079e06e9b448' WHERE version_num = '20250930_token_usage';
