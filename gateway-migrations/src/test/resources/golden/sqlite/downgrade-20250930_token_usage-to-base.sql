-- history gateway for SQLite 3.35.5
.bail on

-- downgrade 20250930_token_usage: add token usage to tasks
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
ALTER TABLE tasks DROP COLUMN token_usage_details;
ALTER TABLE tasks DROP COLUMN total_cached_input_tokens;
ALTER TABLE tasks DROP COLUMN total_output_tokens;
ALTER TABLE tasks DROP COLUMN total_input_tokens;
UPDATE alembic_version SET version_num = '079e06e9b448' WHERE version_num = '20250930_token_usage';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    '20250930_token_usage',
    'downgrade',
    'done',
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    'offline script',
    'aludel',
    'sha256:298823725d8e73c0a21abe91e735df5b108bcc2ffe537db2c12a400e36faa104'
FROM alembic_version_log;
COMMIT;

-- downgrade 079e06e9b448: add tasks, task events and feedback
BEGIN IMMEDIATE;
CREATE INDEX ix_chat_messages_session_id_created_time ON chat_messages (session_id, created_time);
CREATE INDEX ix_chat_messages_created_time ON chat_messages (created_time);
CREATE INDEX ix_chat_messages_session_id ON chat_messages (session_id);
CREATE INDEX ix_sessions_user_id_updated_time ON sessions (user_id, updated_time);
CREATE INDEX ix_sessions_updated_time ON sessions (updated_time);
CREATE INDEX ix_sessions_agent_id ON sessions (agent_id);
CREATE INDEX ix_sessions_user_id ON sessions (user_id);
DROP INDEX idx_chat_messages_session_created;
DROP INDEX idx_chat_messages_created_time;
DROP INDEX idx_chat_messages_session_id;
DROP INDEX idx_sessions_updated_time;
DROP INDEX idx_sessions_created_time;
DROP INDEX idx_sessions_user_id;
-- check that no other table refers to "feedback"
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "other tables refer to table ""feedback"", which is to be dropped. Drop those foreign keys first, or those tables." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", referring.name AS "table"
FROM sqlite_schema AS referring
JOIN pragma_foreign_key_list(referring.name) AS key
WHERE referring.type = 'table'
  AND referring.name <> 'feedback' COLLATE NOCASE AND key."table" = 'feedback' COLLATE NOCASE
LIMIT 5
);
DROP TABLE temp.aludel_guard;
DROP TABLE feedback;
-- check that no other table refers to "task_events"
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "other tables refer to table ""task_events"", which is to be dropped. Drop those foreign keys first, or those tables." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", referring.name AS "table"
FROM sqlite_schema AS referring
JOIN pragma_foreign_key_list(referring.name) AS key
WHERE referring.type = 'table'
  AND referring.name <> 'task_events' COLLATE NOCASE AND key."table" = 'task_events' COLLATE NOCASE
LIMIT 5
);
DROP TABLE temp.aludel_guard;
DROP TABLE task_events;
-- check that no other table refers to "tasks"
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "other tables refer to table ""tasks"", which is to be dropped. Drop those foreign keys first, or those tables." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", referring.name AS "table"
FROM sqlite_schema AS referring
JOIN pragma_foreign_key_list(referring.name) AS key
WHERE referring.type = 'table'
  AND referring.name <> 'tasks' COLLATE NOCASE AND key."table" = 'tasks' COLLATE NOCASE
LIMIT 5
);
DROP TABLE temp.aludel_guard;
DROP TABLE tasks;
UPDATE alembic_version SET version_num = 'f6e7d8c9b0a1' WHERE version_num = '079e06e9b448';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    '079e06e9b448',
    'downgrade',
    'done',
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    'offline script',
    'aludel',
    'sha256:768bfede516b9d92437132cfb54194ae9fec86795a9c4ca281f3eb21ab2c0d8e'
FROM alembic_version_log;
COMMIT;

-- downgrade f6e7d8c9b0a1: convert timestamps to epoch and align columns
PRAGMA foreign_keys = 0;
PRAGMA cache_size = -131072;
BEGIN IMMEDIATE;
-- check that table "chat_messages" has the columns that it should
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "table ""chat_messages"" in the database lacks columns that the revisions say it has. Somebody dropped or renamed them since: bring them back before this revision runs." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", wanted.column1 AS "column"
FROM (VALUES ('id'), ('session_id'), ('message'), ('created_time'), ('sender_type'), ('sender_name')) AS wanted
WHERE NOT EXISTS (
    SELECT 1 FROM pragma_table_xinfo('chat_messages') AS present WHERE present.name = wanted.column1 COLLATE NOCASE)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
-- check column "created_time" of table "chat_messages"
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "column ""created_time"" of table ""chat_messages"" holds values that are no milliseconds since 1970-01-01T00:00:00Z of the years 0001 to 9999. Correct these values, or set them to NULL, and run the same command again." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", id, CASE typeof(created_time) WHEN 'text' THEN created_time WHEN 'blob' THEN quote(created_time) ELSE created_time || ' (' || typeof(created_time) || ')' END AS created_time
FROM chat_messages
WHERE created_time IS NOT NULL
  AND NOT (typeof(created_time) = 'integer' AND created_time BETWEEN -62135596800000 AND 253402300799999)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
-- check that table "sessions" has the columns that it should
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "table ""sessions"" in the database lacks columns that the revisions say it has. Somebody dropped or renamed them since: bring them back before this revision runs." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", wanted.column1 AS "column"
FROM (VALUES ('id'), ('name'), ('user_id'), ('agent_id'), ('created_time'), ('updated_time')) AS wanted
WHERE NOT EXISTS (
    SELECT 1 FROM pragma_table_xinfo('sessions') AS present WHERE present.name = wanted.column1 COLLATE NOCASE)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
-- check column "updated_time" of table "sessions"
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "column ""updated_time"" of table ""sessions"" holds values that are no milliseconds since 1970-01-01T00:00:00Z of the years 0001 to 9999. Correct these values, or set them to NULL, and run the same command again." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", id, CASE typeof(updated_time) WHEN 'text' THEN updated_time WHEN 'blob' THEN quote(updated_time) ELSE updated_time || ' (' || typeof(updated_time) || ')' END AS updated_time
FROM sessions
WHERE updated_time IS NOT NULL
  AND NOT (typeof(updated_time) = 'integer' AND updated_time BETWEEN -62135596800000 AND 253402300799999)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
-- check column "created_time" of table "sessions"
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "column ""created_time"" of table ""sessions"" holds values that are no milliseconds since 1970-01-01T00:00:00Z of the years 0001 to 9999. Correct these values, or set them to NULL, and run the same command again." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", id, CASE typeof(created_time) WHEN 'text' THEN created_time WHEN 'blob' THEN quote(created_time) ELSE created_time || ' (' || typeof(created_time) || ')' END AS created_time
FROM sessions
WHERE created_time IS NOT NULL
  AND NOT (typeof(created_time) = 'integer' AND created_time BETWEEN -62135596800000 AND 253402300799999)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
CREATE TEMP TABLE aludel_violations AS
SELECT violation."table" AS child, violation.parent AS parent, count(*) AS violations
FROM sqlite_schema AS checked
JOIN pragma_foreign_key_check(checked.name) AS violation
WHERE checked.type = 'table'
  AND (EXISTS (
      SELECT 1 FROM pragma_foreign_key_list(checked.name) AS key
      WHERE checked.name = 'chat_messages' COLLATE NOCASE AND key."from" COLLATE NOCASE IN ('created_at', 'created_time')
        OR key."table" = 'chat_messages' COLLATE NOCASE AND key."to" COLLATE NOCASE IN ('created_at', 'created_time'))
    OR EXISTS (
      SELECT 1 FROM pragma_foreign_key_list(checked.name) AS key
      WHERE checked.name = 'sessions' COLLATE NOCASE AND key."from" COLLATE NOCASE IN ('created_at', 'created_time', 'updated_at', 'updated_time')
        OR key."table" = 'sessions' COLLATE NOCASE AND key."to" COLLATE NOCASE IN ('created_at', 'created_time', 'updated_at', 'updated_time')))
GROUP BY 1, 2;
-- check that table "chat_messages" has nothing that this script doesn't know
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "table ""chat_messages"" has an index, trigger, column or clause that the revisions don't know, and that this script would lose. Run this revision online, which keeps it." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", type, name
FROM (
    SELECT type, name
    FROM sqlite_schema
    WHERE tbl_name = 'chat_messages' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL
      AND name COLLATE NOCASE NOT IN ('ix_chat_messages_session_id_created_time', 'ix_chat_messages_created_time', 'ix_chat_messages_session_id')
    UNION ALL
    SELECT 'column', name
    FROM pragma_table_xinfo('chat_messages')
    WHERE name COLLATE NOCASE NOT IN ('id', 'session_id', 'message', 'created_time', 'sender_type', 'sender_name')
    UNION ALL
    SELECT 'clause of', sql
    FROM sqlite_schema
    WHERE type = 'table' AND name = 'chat_messages' COLLATE NOCASE
      AND (sql LIKE '%AUTOINCREMENT%' OR sql LIKE '%WITHOUT%ROWID%' OR sql LIKE '%STRICT%' OR sql LIKE '%COLLATE%' OR sql LIKE '%GENERATED%' OR sql LIKE '%ON%CONFLICT%' OR sql LIKE '%DEFERRABLE%' OR sql LIKE '%CHECK%')
)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
CREATE TABLE aludel_rebuild_chat_messages (
    id VARCHAR NOT NULL,
    session_id VARCHAR NOT NULL,
    message TEXT NOT NULL,
    created_time DATETIME,
    sender_type VARCHAR,
    sender_name VARCHAR,
    PRIMARY KEY (id),
    CONSTRAINT chat_messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO aludel_rebuild_chat_messages (rowid, id, session_id, message, created_time, sender_type, sender_name)
SELECT rowid,
    id,
    session_id,
    message,
    CASE
        WHEN typeof(created_time) = 'integer' AND created_time BETWEEN -62135596800000 AND 253402300799999
        THEN datetime((created_time + 62135596800000) / 1000 - 62135596800, 'unixepoch')
        || '.' || substr(1000 + (created_time + 62135596800000) % 1000, 2) || '000'
    END,
    sender_type,
    sender_name
FROM chat_messages;
-- check that the new form of table "chat_messages" has every row and value
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "the new form of table ""chat_messages"" does not have every row and value of the old one. Look for a step of this revision that changes the table's rows meanwhile, by a trigger for example." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT max(abs(fresh."all rows" - old."all rows"), 1) AS "offending rows", old.*, fresh.*
FROM (SELECT count(*) AS "all rows", count(created_time) AS created_time FROM chat_messages) AS old,
    (SELECT count(*) AS "all rows", count(created_time) AS created_time FROM aludel_rebuild_chat_messages) AS fresh
WHERE fresh."all rows" <> old."all rows"
  OR fresh.created_time <> old.created_time
);
DROP TABLE temp.aludel_guard;
DROP TABLE chat_messages;
ALTER TABLE aludel_rebuild_chat_messages RENAME TO chat_messages;
CREATE INDEX ix_chat_messages_session_id ON chat_messages (session_id);
ALTER TABLE chat_messages RENAME COLUMN created_time TO created_at;
CREATE INDEX ix_chat_messages_session_id_created_at ON chat_messages (session_id, created_at);
CREATE INDEX ix_chat_messages_created_at ON chat_messages (created_at);
-- check that table "sessions" has nothing that this script doesn't know
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "table ""sessions"" has an index, trigger, column or clause that the revisions don't know, and that this script would lose. Run this revision online, which keeps it." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", type, name
FROM (
    SELECT type, name
    FROM sqlite_schema
    WHERE tbl_name = 'sessions' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL
      AND name COLLATE NOCASE NOT IN ('ix_sessions_user_id_updated_time', 'ix_sessions_updated_time', 'ix_sessions_agent_id', 'ix_sessions_user_id')
    UNION ALL
    SELECT 'column', name
    FROM pragma_table_xinfo('sessions')
    WHERE name COLLATE NOCASE NOT IN ('id', 'name', 'user_id', 'agent_id', 'created_time', 'updated_time')
    UNION ALL
    SELECT 'clause of', sql
    FROM sqlite_schema
    WHERE type = 'table' AND name = 'sessions' COLLATE NOCASE
      AND (sql LIKE '%AUTOINCREMENT%' OR sql LIKE '%WITHOUT%ROWID%' OR sql LIKE '%STRICT%' OR sql LIKE '%COLLATE%' OR sql LIKE '%GENERATED%' OR sql LIKE '%ON%CONFLICT%' OR sql LIKE '%DEFERRABLE%' OR sql LIKE '%CHECK%')
)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
CREATE TABLE aludel_rebuild_sessions (
    id VARCHAR NOT NULL,
    name VARCHAR,
    user_id VARCHAR NOT NULL,
    agent_id VARCHAR,
    created_time DATETIME,
    updated_time DATETIME,
    PRIMARY KEY (id)
);
INSERT INTO aludel_rebuild_sessions (rowid, id, name, user_id, agent_id, created_time, updated_time)
SELECT rowid,
    id,
    name,
    user_id,
    agent_id,
    CASE
        WHEN typeof(created_time) = 'integer' AND created_time BETWEEN -62135596800000 AND 253402300799999
        THEN datetime((created_time + 62135596800000) / 1000 - 62135596800, 'unixepoch')
        || '.' || substr(1000 + (created_time + 62135596800000) % 1000, 2) || '000'
    END,
    CASE
        WHEN typeof(updated_time) = 'integer' AND updated_time BETWEEN -62135596800000 AND 253402300799999
        THEN datetime((updated_time + 62135596800000) / 1000 - 62135596800, 'unixepoch')
        || '.' || substr(1000 + (updated_time + 62135596800000) % 1000, 2) || '000'
    END
FROM sessions;
-- check that the new form of table "sessions" has every row and value
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "the new form of table ""sessions"" does not have every row and value of the old one. Look for a step of this revision that changes the table's rows meanwhile, by a trigger for example." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT max(abs(fresh."all rows" - old."all rows"), 1) AS "offending rows", old.*, fresh.*
FROM (SELECT count(*) AS "all rows", count(updated_time) AS updated_time, count(created_time) AS created_time FROM sessions) AS old,
    (SELECT count(*) AS "all rows", count(updated_time) AS updated_time, count(created_time) AS created_time FROM aludel_rebuild_sessions) AS fresh
WHERE fresh."all rows" <> old."all rows"
  OR fresh.updated_time <> old.updated_time
  OR fresh.created_time <> old.created_time
);
DROP TABLE temp.aludel_guard;
DROP TABLE sessions;
ALTER TABLE aludel_rebuild_sessions RENAME TO sessions;
CREATE INDEX ix_sessions_agent_id ON sessions (agent_id);
CREATE INDEX ix_sessions_user_id ON sessions (user_id);
ALTER TABLE sessions RENAME COLUMN created_time TO created_at;
ALTER TABLE sessions RENAME COLUMN updated_time TO updated_at;
CREATE INDEX ix_sessions_user_id_updated_at ON sessions (user_id, updated_at);
CREATE INDEX ix_sessions_updated_at ON sessions (updated_at);
-- check that no foreign key is violated that wasn't before
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "rows would refer to rows that don't exist. Correct these rows, or the key, before this revision runs." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT sum(found.violations - coalesce(old.violations, 0)) OVER () AS "offending rows",
    found.child AS "table", found.parent AS "refers to"
FROM (
SELECT violation."table" AS child, violation.parent AS parent, count(*) AS violations
FROM sqlite_schema AS checked
JOIN pragma_foreign_key_check(checked.name) AS violation
WHERE checked.type = 'table'
  AND (EXISTS (
      SELECT 1 FROM pragma_foreign_key_list(checked.name) AS key
      WHERE checked.name = 'chat_messages' COLLATE NOCASE AND key."from" COLLATE NOCASE IN ('created_at', 'created_time')
        OR key."table" = 'chat_messages' COLLATE NOCASE AND key."to" COLLATE NOCASE IN ('created_at', 'created_time'))
    OR EXISTS (
      SELECT 1 FROM pragma_foreign_key_list(checked.name) AS key
      WHERE checked.name = 'sessions' COLLATE NOCASE AND key."from" COLLATE NOCASE IN ('created_at', 'created_time', 'updated_at', 'updated_time')
        OR key."table" = 'sessions' COLLATE NOCASE AND key."to" COLLATE NOCASE IN ('created_at', 'created_time', 'updated_at', 'updated_time')))
GROUP BY 1, 2
) AS found
LEFT JOIN temp.aludel_violations AS old
  ON old.child = found.child COLLATE NOCASE AND old.parent = found.parent COLLATE NOCASE
WHERE found.violations > coalesce(old.violations, 0)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
DROP TABLE temp.aludel_violations;
UPDATE alembic_version SET version_num = 'b1c2d3e4f5g6' WHERE version_num = 'f6e7d8c9b0a1';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    'f6e7d8c9b0a1',
    'downgrade',
    'done',
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    'offline script',
    'aludel',
    'sha256:946993889eaf58804329d5f920b145856b7810e869b2fc197d543fe122f72ed8'
FROM alembic_version_log;
COMMIT;
PRAGMA cache_size = -2000;
PRAGMA foreign_keys = 1;

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
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    'b1c2d3e4f5g6',
    'downgrade',
    'done',
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    'offline script',
    'aludel',
    'sha256:93c6acdad1ef8112aa7079c6de2dbc6acf39748d494d3d80d58f0f4c127c1e3a'
FROM alembic_version_log;
COMMIT;

-- downgrade d5b3f8f2e9a0: create initial database
BEGIN IMMEDIATE;
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
