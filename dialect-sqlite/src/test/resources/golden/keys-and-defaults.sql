-- history lambdas for SQLite 3.35.5
.bail on

-- upgrade change: revision change
PRAGMA foreign_keys = 0;
PRAGMA cache_size = -131072;
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
-- check that table "messages" has the columns that it should
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "table ""messages"" in the database lacks columns that the revisions say it has. Somebody dropped or renamed them since: bring them back before this revision runs." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", wanted.column1 AS "column"
FROM (VALUES ('id'), ('session_id')) AS wanted
WHERE NOT EXISTS (
    SELECT 1 FROM pragma_table_xinfo('messages') AS present WHERE present.name = wanted.column1 COLLATE NOCASE)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
-- check that "session_id", "line" of table "messages" are distinct
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "rows of table ""messages"" agree in ""session_id"", ""line"", which ""messages_session_id_line_key"" does not allow. Make them distinct before this revision." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", id, session_id, line
FROM (
    SELECT rowid,
    id,
    session_id,
    1 AS line,
    CURRENT_TIMESTAMP AS sent_at
    FROM messages
) AS messages
WHERE (session_id, line) IN (
    SELECT session_id, line
    FROM (
    SELECT rowid,
    id,
    session_id,
    1 AS line,
    CURRENT_TIMESTAMP AS sent_at
    FROM messages
) AS messages
    GROUP BY session_id, line
    HAVING count(*) > 1)
ORDER BY session_id, line, id
LIMIT 5
);
DROP TABLE temp.aludel_guard;
-- check that table "messages" meets "ck_line"
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "rows of table ""messages"" do not meet ""ck_line"" (line > 0). Correct them before this revision." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", id
FROM (
    SELECT rowid,
    id,
    session_id,
    1 AS line,
    CURRENT_TIMESTAMP AS sent_at
    FROM messages
) AS messages
WHERE NOT (line > 0)
ORDER BY id
LIMIT 5
);
DROP TABLE temp.aludel_guard;
CREATE TEMP TABLE aludel_violations AS
SELECT violation."table" AS child, violation.parent AS parent, count(*) AS violations
FROM sqlite_schema AS checked
JOIN pragma_foreign_key_check(checked.name) AS violation
WHERE checked.type = 'table'
  AND (checked.name COLLATE NOCASE IN ('messages')
    OR EXISTS (
      SELECT 1 FROM pragma_foreign_key_list(checked.name) AS key
      WHERE key."table" COLLATE NOCASE IN ('messages')))
GROUP BY 1, 2;
-- check that table "messages" has nothing that this script doesn't know
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "table ""messages"" has an index, trigger, column or clause that the revisions don't know, and that this script would lose. Run this revision online, which keeps it." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", type, name
FROM (
    SELECT type, name
    FROM sqlite_schema
    WHERE tbl_name = 'messages' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL
      AND name COLLATE NOCASE NOT IN ()
    UNION ALL
    SELECT 'column', name
    FROM pragma_table_xinfo('messages')
    WHERE name COLLATE NOCASE NOT IN ('id', 'session_id')
    UNION ALL
    SELECT 'clause of', sql
    FROM sqlite_schema
    WHERE type = 'table' AND name = 'messages' COLLATE NOCASE
      AND (sql LIKE '%AUTOINCREMENT%' OR sql LIKE '%WITHOUT%ROWID%' OR sql LIKE '%STRICT%' OR sql LIKE '%COLLATE%' OR sql LIKE '%GENERATED%' OR sql LIKE '%ON%CONFLICT%' OR sql LIKE '%DEFERRABLE%' OR sql LIKE '%CHECK%')
)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
CREATE TABLE aludel_rebuild_messages (
    id VARCHAR NOT NULL,
    session_id VARCHAR,
    line INTEGER NOT NULL,
    sent_at DATETIME DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    CONSTRAINT messages_session_id_line_key UNIQUE (session_id, line),
    CONSTRAINT ck_line CHECK (line > 0)
);
INSERT INTO aludel_rebuild_messages (rowid, id, session_id, line, sent_at)
SELECT rowid,
    id,
    session_id,
    1,
    CURRENT_TIMESTAMP
FROM messages;
-- check that the new form of table "messages" has every row and value
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "the new form of table ""messages"" does not have every row and value of the old one. Look for a step of this revision that changes the table's rows meanwhile, by a trigger for example." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT max(abs(fresh."all rows" - old."all rows"), 1) AS "offending rows", old.*, fresh.*
FROM (SELECT count(*) AS "all rows", count(session_id) AS session_id FROM messages) AS old,
    (SELECT count(*) AS "all rows", count(session_id) AS session_id FROM aludel_rebuild_messages) AS fresh
WHERE fresh."all rows" <> old."all rows"
  OR fresh.session_id <> old.session_id
);
DROP TABLE temp.aludel_guard;
DROP TABLE messages;
ALTER TABLE aludel_rebuild_messages RENAME TO messages;
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
  AND (checked.name COLLATE NOCASE IN ('messages')
    OR EXISTS (
      SELECT 1 FROM pragma_foreign_key_list(checked.name) AS key
      WHERE key."table" COLLATE NOCASE IN ('messages')))
GROUP BY 1, 2
) AS found
LEFT JOIN temp.aludel_violations AS old
  ON old.child = found.child COLLATE NOCASE AND old.parent = found.parent COLLATE NOCASE
WHERE found.violations > coalesce(old.violations, 0)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
DROP TABLE temp.aludel_violations;
UPDATE alembic_version SET version_num = 'change' WHERE version_num = 'create';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    'change',
    'upgrade',
    'done',
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    'offline script',
    'aludel',
    'sha256:36413836ea6de1a8dd4cfde6727b7bfb6ca5934dfa2e7deaaa4c70827d7ffb26'
FROM alembic_version_log;
COMMIT;
PRAGMA cache_size = -2000;
PRAGMA foreign_keys = 1;

-- history lambdas for SQLite 3.35.5
.bail on

-- downgrade change: revision change
PRAGMA foreign_keys = 0;
PRAGMA cache_size = -131072;
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
-- check that table "messages" has the columns that it should
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "table ""messages"" in the database lacks columns that the revisions say it has. Somebody dropped or renamed them since: bring them back before this revision runs." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", wanted.column1 AS "column"
FROM (VALUES ('id'), ('session_id'), ('line'), ('sent_at')) AS wanted
WHERE NOT EXISTS (
    SELECT 1 FROM pragma_table_xinfo('messages') AS present WHERE present.name = wanted.column1 COLLATE NOCASE)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
-- check column "session_id" of table "messages"
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "column ""session_id"" of table ""messages"" holds NULLs. Fill these rows before this revision, or say with fillNull(…) what they get." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", id, CASE typeof(session_id) WHEN 'text' THEN session_id WHEN 'blob' THEN quote(session_id) ELSE session_id || ' (' || typeof(session_id) || ')' END AS session_id
FROM messages
WHERE session_id IS NULL
LIMIT 5
);
DROP TABLE temp.aludel_guard;
-- check the rows that "messages_session_id_fkey" of table "messages" refers to
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "rows of table ""messages"" refer by ""session_id"" to rows that table ""sessions"" doesn't have. Correct them before this revision adds foreign key ""messages_session_id_fkey""." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", id, session_id
FROM messages AS child
WHERE child.session_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM sessions AS parent WHERE parent.id = child.session_id)
ORDER BY id
LIMIT 5
);
DROP TABLE temp.aludel_guard;
CREATE TEMP TABLE aludel_violations AS
SELECT violation."table" AS child, violation.parent AS parent, count(*) AS violations
FROM sqlite_schema AS checked
JOIN pragma_foreign_key_check(checked.name) AS violation
WHERE checked.type = 'table'
  AND (checked.name COLLATE NOCASE IN ('messages')
    OR EXISTS (
      SELECT 1 FROM pragma_foreign_key_list(checked.name) AS key
      WHERE key."table" COLLATE NOCASE IN ('messages')))
GROUP BY 1, 2;
-- check that table "messages" has nothing that this script doesn't know
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "table ""messages"" has an index, trigger, column or clause that the revisions don't know, and that this script would lose. Run this revision online, which keeps it." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", type, name
FROM (
    SELECT type, name
    FROM sqlite_schema
    WHERE tbl_name = 'messages' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL
      AND name COLLATE NOCASE NOT IN ()
    UNION ALL
    SELECT 'column', name
    FROM pragma_table_xinfo('messages')
    WHERE name COLLATE NOCASE NOT IN ('id', 'session_id', 'line', 'sent_at')
    UNION ALL
    SELECT 'clause of', sql
    FROM sqlite_schema
    WHERE type = 'table' AND name = 'messages' COLLATE NOCASE
      AND (sql LIKE '%AUTOINCREMENT%' OR sql LIKE '%WITHOUT%ROWID%' OR sql LIKE '%STRICT%' OR sql LIKE '%COLLATE%' OR sql LIKE '%GENERATED%' OR sql LIKE '%ON%CONFLICT%' OR sql LIKE '%DEFERRABLE%')
)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
CREATE TABLE aludel_rebuild_messages (
    id VARCHAR NOT NULL,
    session_id VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO aludel_rebuild_messages (rowid, id, session_id)
SELECT rowid,
    id,
    session_id
FROM messages;
-- check that the new form of table "messages" has every row and value
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "the new form of table ""messages"" does not have every row and value of the old one. Look for a step of this revision that changes the table's rows meanwhile, by a trigger for example." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT max(abs(fresh."all rows" - old."all rows"), 1) AS "offending rows", old.*, fresh.*
FROM (SELECT count(*) AS "all rows", count(session_id) AS session_id FROM messages) AS old,
    (SELECT count(*) AS "all rows", count(session_id) AS session_id FROM aludel_rebuild_messages) AS fresh
WHERE fresh."all rows" <> old."all rows"
  OR fresh.session_id <> old.session_id
);
DROP TABLE temp.aludel_guard;
DROP TABLE messages;
ALTER TABLE aludel_rebuild_messages RENAME TO messages;
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
  AND (checked.name COLLATE NOCASE IN ('messages')
    OR EXISTS (
      SELECT 1 FROM pragma_foreign_key_list(checked.name) AS key
      WHERE key."table" COLLATE NOCASE IN ('messages')))
GROUP BY 1, 2
) AS found
LEFT JOIN temp.aludel_violations AS old
  ON old.child = found.child COLLATE NOCASE AND old.parent = found.parent COLLATE NOCASE
WHERE found.violations > coalesce(old.violations, 0)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
DROP TABLE temp.aludel_violations;
UPDATE alembic_version SET version_num = 'create' WHERE version_num = 'change';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    'change',
    'downgrade',
    'done',
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    'offline script',
    'aludel',
    'sha256:980cfa6ad9e4005ce21acf0cd2c467991fb098e601c510dce436941495dc6d39'
FROM alembic_version_log;
COMMIT;
PRAGMA cache_size = -2000;
PRAGMA foreign_keys = 1;
