-- history gateway for SQLite 3.35.5
.bail on

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
COMMIT;
