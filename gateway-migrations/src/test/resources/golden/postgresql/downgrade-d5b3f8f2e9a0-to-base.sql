-- history gateway for PostgreSQL 13.0
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';

-- downgrade d5b3f8f2e9a0: create initial database
BEGIN;
DROP TABLE chat_messages;
DROP TABLE sessions;
DELETE FROM alembic_version WHERE version_num = 'd5b3f8f2e9a0';
COMMIT;
