-- history gateway for SQLite 3.35.5
.bail on

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
COMMIT;
