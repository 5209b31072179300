-- history gateway for PostgreSQL 13.0
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';

-- upgrade 20250930_token_usage: add token usage to tasks
BEGIN;
ALTER TABLE tasks
    ADD COLUMN total_input_tokens integer,
    ADD COLUMN total_output_tokens integer,
    ADD COLUMN total_cached_input_tokens integer,
    ADD COLUMN token_usage_details json;
UPDATE alembic_version SET version_num = '20250930_token_usage' WHERE version_num = '079e06e9b448';
COMMIT;
