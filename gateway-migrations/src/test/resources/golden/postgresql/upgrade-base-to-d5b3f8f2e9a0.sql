-- history gateway for PostgreSQL 13.0
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';

-- upgrade d5b3f8f2e9a0: create initial database
BEGIN;
CREATE TABLE IF NOT EXISTS alembic_version (
    version_num VARCHAR(255) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE sessions (
    id varchar NOT NULL,
    name varchar,
    user_id varchar NOT NULL,
    agent_id varchar,
    created_at timestamp,
    updated_at timestamp,
    PRIMARY KEY (id)
);
CREATE TABLE chat_messages (
    id varchar NOT NULL,
    session_id varchar NOT NULL,
    message text NOT NULL,
    created_at timestamp,
    sender_type varchar,
    sender_name varchar,
    PRIMARY KEY (id),
    CONSTRAINT chat_messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO alembic_version (version_num) VALUES ('d5b3f8f2e9a0');
COMMIT;
