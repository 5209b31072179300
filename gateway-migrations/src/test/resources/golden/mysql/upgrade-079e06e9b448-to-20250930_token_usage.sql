-- history gateway for MySQL 8.4
SET NAMES utf8mb4;
SET SESSION autocommit = 1;

-- upgrade 20250930_token_usage: add token usage to tasks
SET @aludel_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');
ALTER TABLE tasks
    ADD COLUMN total_input_tokens INT,
    ADD COLUMN total_output_tokens INT,
    ADD COLUMN total_cached_input_tokens INT,
    ADD COLUMN token_usage_details JSON;
UPDATE alembic_version SET version_num = '20250930_token_usage' WHERE version_num = '079e06e9b448';
SET SESSION sql_mode = @aludel_sql_mode;
