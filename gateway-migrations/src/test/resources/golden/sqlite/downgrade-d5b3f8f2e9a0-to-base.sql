-- history gateway for SQLite 3.35.5
.bail on

-- downgrade d5b3f8f2e9a0: create initial database
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS alembic_version_log (
    entry BIGINT NOT NULL,
    part INTEGER NOT NULL,
    revision VARCHAR(255) NOT NULL,
    direction VARCHAR(10) NOT NULL,
    outcome VARCHAR(12) NOT NULL,
    started_at VARCHAR(24),
    finished_at VARCHAR(24),
    run_time_millis BIGINT,
    who VARCHAR(255),
    tool VARCHAR(255),
    tag VARCHAR(255),
    hash VARCHAR(100),
    step INTEGER,
    action VARCHAR(10),
    summary TEXT,
    statement TEXT,
    facts TEXT,
    CONSTRAINT alembic_version_log_pkc PRIMARY KEY (entry, part)
);
-- check that no other table refers to "chat_messages"
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "other tables refer to table ""chat_messages"", which is to be dropped. Drop those foreign keys first, or those tables." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", referring.name AS "table"
FROM sqlite_schema AS referring
JOIN pragma_foreign_key_list(referring.name) AS key
WHERE referring.type = 'table'
  AND referring.name <> 'chat_messages' COLLATE NOCASE AND key."table" = 'chat_messages' COLLATE NOCASE
LIMIT 5
);
DROP TABLE temp.aludel_guard;
DROP TABLE chat_messages;
-- check that no other table refers to "sessions"
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "other tables refer to table ""sessions"", which is to be dropped. Drop those foreign keys first, or those tables." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", referring.name AS "table"
FROM sqlite_schema AS referring
JOIN pragma_foreign_key_list(referring.name) AS key
WHERE referring.type = 'table'
  AND referring.name <> 'sessions' COLLATE NOCASE AND key."table" = 'sessions' COLLATE NOCASE
LIMIT 5
);
DROP TABLE temp.aludel_guard;
DROP TABLE sessions;
DELETE FROM alembic_version WHERE version_num = 'd5b3f8f2e9a0';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    'd5b3f8f2e9a0',
    'downgrade',
    'done',
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    'offline script',
    'aludel',
    'sha256:f29161d6070acf7e80c1643a7b64a87ff00d95129856a4f7a7388efdc920a9a0'
FROM alembic_version_log;
COMMIT;
