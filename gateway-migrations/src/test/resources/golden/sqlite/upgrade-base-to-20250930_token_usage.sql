-- history gateway for SQLite 3.35.5
.bail on

-- the time of this run, in milliseconds since 1970-01-01T00:00:00Z
CREATE TEMP TABLE aludel_run AS
SELECT CAST(strftime('%s', 'now') AS INTEGER) * 1000
    + CAST(substr(strftime('%f', 'now'), 4, 3) AS INTEGER) AS millis;

-- upgrade d5b3f8f2e9a0: create initial database
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS alembic_version (
    version_num VARCHAR(255) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
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
CREATE TABLE sessions (
    id VARCHAR NOT NULL,
    name VARCHAR,
    user_id VARCHAR NOT NULL,
    agent_id VARCHAR,
    created_at DATETIME,
    updated_at DATETIME,
    PRIMARY KEY (id)
);
CREATE TABLE chat_messages (
    id VARCHAR NOT NULL,
    session_id VARCHAR NOT NULL,
    message TEXT NOT NULL,
    created_at DATETIME,
    sender_type VARCHAR,
    sender_name VARCHAR,
    PRIMARY KEY (id),
    CONSTRAINT chat_messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO alembic_version (version_num) VALUES ('d5b3f8f2e9a0');
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    'd5b3f8f2e9a0',
    'upgrade',
    'done',
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    'offline script',
    'aludel',
    'sha256:d8a765597b796ee347adb020a018a05575db4a6d9ea801678773cadc8fc4d85c'
FROM alembic_version_log;
COMMIT;

-- upgrade b1c2d3e4f5g6: add database indexes
BEGIN IMMEDIATE;
CREATE INDEX ix_sessions_user_id ON sessions (user_id);
CREATE INDEX ix_sessions_updated_at ON sessions (updated_at);
CREATE INDEX ix_sessions_user_id_updated_at ON sessions (user_id, updated_at);
CREATE INDEX ix_chat_messages_session_id ON chat_messages (session_id);
CREATE INDEX ix_chat_messages_created_at ON chat_messages (created_at);
CREATE INDEX ix_chat_messages_session_id_created_at ON chat_messages (session_id, created_at);
CREATE INDEX ix_sessions_agent_id ON sessions (agent_id);
UPDATE alembic_version SET version_num = 'b1c2d3e4f5g6' WHERE version_num = 'd5b3f8f2e9a0';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    'b1c2d3e4f5g6',
    'upgrade',
    'done',
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    'offline script',
    'aludel',
    'sha256:7fc9ba86ae161a1806786ebb0460d5761fd58d5f5cc5c2dcd9e8cf5ab4ccd01f'
FROM alembic_version_log;
COMMIT;

-- upgrade f6e7d8c9b0a1: convert timestamps to epoch and align columns
PRAGMA foreign_keys = 0;
PRAGMA cache_size = -131072;
BEGIN IMMEDIATE;
-- check that table "sessions" has the columns that it should
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "table ""sessions"" in the database lacks columns that the revisions say it has. Somebody dropped or renamed them since: bring them back before this revision runs." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", wanted.column1 AS "column"
FROM (VALUES ('id'), ('name'), ('user_id'), ('agent_id'), ('created_at'), ('updated_at')) AS wanted
WHERE NOT EXISTS (
    SELECT 1 FROM pragma_table_xinfo('sessions') AS present WHERE present.name = wanted.column1 COLLATE NOCASE)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
-- check column "created_at" of table "sessions"
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "column ""created_at"" of table ""sessions"" holds values that are no date-time for certain (text such as 2025-01-02 03:04:05.678, with T, Z or an offset, in the years 0001 to 9999). Correct these values, or set them to NULL, and run the same command again." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", id, CASE typeof(created_at) WHEN 'text' THEN created_at WHEN 'blob' THEN quote(created_at) ELSE created_at || ' (' || typeof(created_at) || ')' END AS created_at
FROM sessions
WHERE created_at IS NOT NULL
  AND CASE
        WHEN created_at GLOB '[12]???-??-?? ??:??:??.??[0-9][0-9][0-9][0-9]'
         AND instr(created_at, char(0)) = 0
         AND (substr(created_at, 9, 2) < '29' AND substr(created_at, 12, 2) < '24' OR datetime(substr(created_at, 1, 19), '+0 seconds') = substr(created_at, 1, 19))
        THEN CAST(strftime('%s', substr(created_at, 1, 23)) AS INTEGER) * 1000 + CAST(substr(created_at, 21, 3) AS INTEGER)
        WHEN created_at GLOB '[12]???-??-?? ??:??:??'
         AND instr(created_at, char(0)) = 0
         AND (substr(created_at, 9, 2) < '29' AND substr(created_at, 12, 2) < '24' OR datetime(substr(created_at, 1, 19), '+0 seconds') = substr(created_at, 1, 19))
        THEN CAST(strftime('%s', created_at) AS INTEGER) * 1000
        ELSE (
            SELECT seconds * 1000 + CAST(substr(fraction || '000', 2, 3) AS INTEGER)
            FROM (
                SELECT moment, fraction, CAST(strftime('%s', moment || zone) AS INTEGER) AS seconds
                FROM (
                    SELECT moment, zone, substr(rest, 1, length(rest) - length(zone)) AS fraction
                    FROM (
                        SELECT substr(created_at, 1, 10) || ' ' || substr(created_at, 12, 8) AS moment,
                            CASE
                                WHEN created_at GLOB '*Z' THEN 'Z'
                                WHEN created_at GLOB '*[+-][0-9][0-9]:[0-9][0-9]' THEN substr(created_at, -6)
                                ELSE ''
                            END AS zone,
                            substr(created_at, 20) AS rest,
                            substr(created_at, 11, 1) AS separator,
                            instr(created_at, char(0)) AS ending,
                            typeof(created_at) AS kind
                    )
                    WHERE kind = 'text' AND separator IN (' ', 'T') AND ending = 0
                )
            )
            WHERE datetime(moment, '+0 seconds') = moment
              AND (fraction = '' OR (fraction GLOB '.[0-9]*' AND substr(fraction, 2) NOT GLOB '*[^0-9]*'))
              AND seconds >= -62135596800
        )
    END IS NULL
LIMIT 5
);
DROP TABLE temp.aludel_guard;
-- check column "updated_at" of table "sessions"
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "column ""updated_at"" of table ""sessions"" holds values that are no date-time for certain (text such as 2025-01-02 03:04:05.678, with T, Z or an offset, in the years 0001 to 9999). Correct these values, or set them to NULL, and run the same command again." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", id, CASE typeof(updated_at) WHEN 'text' THEN updated_at WHEN 'blob' THEN quote(updated_at) ELSE updated_at || ' (' || typeof(updated_at) || ')' END AS updated_at
FROM sessions
WHERE updated_at IS NOT NULL
  AND CASE
        WHEN updated_at GLOB '[12]???-??-?? ??:??:??.??[0-9][0-9][0-9][0-9]'
         AND instr(updated_at, char(0)) = 0
         AND (substr(updated_at, 9, 2) < '29' AND substr(updated_at, 12, 2) < '24' OR datetime(substr(updated_at, 1, 19), '+0 seconds') = substr(updated_at, 1, 19))
        THEN CAST(strftime('%s', substr(updated_at, 1, 23)) AS INTEGER) * 1000 + CAST(substr(updated_at, 21, 3) AS INTEGER)
        WHEN updated_at GLOB '[12]???-??-?? ??:??:??'
         AND instr(updated_at, char(0)) = 0
         AND (substr(updated_at, 9, 2) < '29' AND substr(updated_at, 12, 2) < '24' OR datetime(substr(updated_at, 1, 19), '+0 seconds') = substr(updated_at, 1, 19))
        THEN CAST(strftime('%s', updated_at) AS INTEGER) * 1000
        ELSE (
            SELECT seconds * 1000 + CAST(substr(fraction || '000', 2, 3) AS INTEGER)
            FROM (
                SELECT moment, fraction, CAST(strftime('%s', moment || zone) AS INTEGER) AS seconds
                FROM (
                    SELECT moment, zone, substr(rest, 1, length(rest) - length(zone)) AS fraction
                    FROM (
                        SELECT substr(updated_at, 1, 10) || ' ' || substr(updated_at, 12, 8) AS moment,
                            CASE
                                WHEN updated_at GLOB '*Z' THEN 'Z'
                                WHEN updated_at GLOB '*[+-][0-9][0-9]:[0-9][0-9]' THEN substr(updated_at, -6)
                                ELSE ''
                            END AS zone,
                            substr(updated_at, 20) AS rest,
                            substr(updated_at, 11, 1) AS separator,
                            instr(updated_at, char(0)) AS ending,
                            typeof(updated_at) AS kind
                    )
                    WHERE kind = 'text' AND separator IN (' ', 'T') AND ending = 0
                )
            )
            WHERE datetime(moment, '+0 seconds') = moment
              AND (fraction = '' OR (fraction GLOB '.[0-9]*' AND substr(fraction, 2) NOT GLOB '*[^0-9]*'))
              AND seconds >= -62135596800
        )
    END IS NULL
LIMIT 5
);
DROP TABLE temp.aludel_guard;
-- check that table "chat_messages" has the columns that it should
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "table ""chat_messages"" in the database lacks columns that the revisions say it has. Somebody dropped or renamed them since: bring them back before this revision runs." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", wanted.column1 AS "column"
FROM (VALUES ('id'), ('session_id'), ('message'), ('created_at'), ('sender_type'), ('sender_name')) AS wanted
WHERE NOT EXISTS (
    SELECT 1 FROM pragma_table_xinfo('chat_messages') AS present WHERE present.name = wanted.column1 COLLATE NOCASE)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
-- check column "created_at" of table "chat_messages"
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "column ""created_at"" of table ""chat_messages"" holds values that are no date-time for certain (text such as 2025-01-02 03:04:05.678, with T, Z or an offset, in the years 0001 to 9999). Correct these values, or set them to NULL, and run the same command again." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", id, CASE typeof(created_at) WHEN 'text' THEN created_at WHEN 'blob' THEN quote(created_at) ELSE created_at || ' (' || typeof(created_at) || ')' END AS created_at
FROM chat_messages
WHERE created_at IS NOT NULL
  AND CASE
        WHEN created_at GLOB '[12]???-??-?? ??:??:??.??[0-9][0-9][0-9][0-9]'
         AND instr(created_at, char(0)) = 0
         AND (substr(created_at, 9, 2) < '29' AND substr(created_at, 12, 2) < '24' OR datetime(substr(created_at, 1, 19), '+0 seconds') = substr(created_at, 1, 19))
        THEN CAST(strftime('%s', substr(created_at, 1, 23)) AS INTEGER) * 1000 + CAST(substr(created_at, 21, 3) AS INTEGER)
        WHEN created_at GLOB '[12]???-??-?? ??:??:??'
         AND instr(created_at, char(0)) = 0
         AND (substr(created_at, 9, 2) < '29' AND substr(created_at, 12, 2) < '24' OR datetime(substr(created_at, 1, 19), '+0 seconds') = substr(created_at, 1, 19))
        THEN CAST(strftime('%s', created_at) AS INTEGER) * 1000
        ELSE (
            SELECT seconds * 1000 + CAST(substr(fraction || '000', 2, 3) AS INTEGER)
            FROM (
                SELECT moment, fraction, CAST(strftime('%s', moment || zone) AS INTEGER) AS seconds
                FROM (
                    SELECT moment, zone, substr(rest, 1, length(rest) - length(zone)) AS fraction
                    FROM (
                        SELECT substr(created_at, 1, 10) || ' ' || substr(created_at, 12, 8) AS moment,
                            CASE
                                WHEN created_at GLOB '*Z' THEN 'Z'
                                WHEN created_at GLOB '*[+-][0-9][0-9]:[0-9][0-9]' THEN substr(created_at, -6)
                                ELSE ''
                            END AS zone,
                            substr(created_at, 20) AS rest,
                            substr(created_at, 11, 1) AS separator,
                            instr(created_at, char(0)) AS ending,
                            typeof(created_at) AS kind
                    )
                    WHERE kind = 'text' AND separator IN (' ', 'T') AND ending = 0
                )
            )
            WHERE datetime(moment, '+0 seconds') = moment
              AND (fraction = '' OR (fraction GLOB '.[0-9]*' AND substr(fraction, 2) NOT GLOB '*[^0-9]*'))
              AND seconds >= -62135596800
        )
    END IS NULL
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
      AND name COLLATE NOCASE NOT IN ('ix_sessions_user_id', 'ix_sessions_updated_at', 'ix_sessions_user_id_updated_at', 'ix_sessions_agent_id')
    UNION ALL
    SELECT 'column', name
    FROM pragma_table_xinfo('sessions')
    WHERE name COLLATE NOCASE NOT IN ('id', 'name', 'user_id', 'agent_id', 'created_at', 'updated_at')
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
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (id)
);
INSERT INTO aludel_rebuild_sessions (rowid, id, name, user_id, agent_id, created_at, updated_at)
SELECT rowid,
    id,
    name,
    user_id,
    agent_id,
    CASE
        WHEN created_at IS NULL THEN (SELECT millis FROM temp.aludel_run)
        WHEN created_at GLOB '[12]???-??-?? ??:??:??.??[0-9][0-9][0-9][0-9]'
         AND instr(created_at, char(0)) = 0
         AND (substr(created_at, 9, 2) < '29' AND substr(created_at, 12, 2) < '24' OR datetime(substr(created_at, 1, 19), '+0 seconds') = substr(created_at, 1, 19))
        THEN CAST(strftime('%s', substr(created_at, 1, 23)) AS INTEGER) * 1000 + CAST(substr(created_at, 21, 3) AS INTEGER)
        WHEN created_at GLOB '[12]???-??-?? ??:??:??'
         AND instr(created_at, char(0)) = 0
         AND (substr(created_at, 9, 2) < '29' AND substr(created_at, 12, 2) < '24' OR datetime(substr(created_at, 1, 19), '+0 seconds') = substr(created_at, 1, 19))
        THEN CAST(strftime('%s', created_at) AS INTEGER) * 1000
        ELSE (
            SELECT seconds * 1000 + CAST(substr(fraction || '000', 2, 3) AS INTEGER)
            FROM (
                SELECT moment, fraction, CAST(strftime('%s', moment || zone) AS INTEGER) AS seconds
                FROM (
                    SELECT moment, zone, substr(rest, 1, length(rest) - length(zone)) AS fraction
                    FROM (
                        SELECT substr(created_at, 1, 10) || ' ' || substr(created_at, 12, 8) AS moment,
                            CASE
                                WHEN created_at GLOB '*Z' THEN 'Z'
                                WHEN created_at GLOB '*[+-][0-9][0-9]:[0-9][0-9]' THEN substr(created_at, -6)
                                ELSE ''
                            END AS zone,
                            substr(created_at, 20) AS rest,
                            substr(created_at, 11, 1) AS separator,
                            instr(created_at, char(0)) AS ending,
                            typeof(created_at) AS kind
                    )
                    WHERE kind = 'text' AND separator IN (' ', 'T') AND ending = 0
                )
            )
            WHERE datetime(moment, '+0 seconds') = moment
              AND (fraction = '' OR (fraction GLOB '.[0-9]*' AND substr(fraction, 2) NOT GLOB '*[^0-9]*'))
              AND seconds >= -62135596800
        )
    END,
    CASE
        WHEN updated_at IS NULL THEN (SELECT millis FROM temp.aludel_run)
        WHEN updated_at GLOB '[12]???-??-?? ??:??:??.??[0-9][0-9][0-9][0-9]'
         AND instr(updated_at, char(0)) = 0
         AND (substr(updated_at, 9, 2) < '29' AND substr(updated_at, 12, 2) < '24' OR datetime(substr(updated_at, 1, 19), '+0 seconds') = substr(updated_at, 1, 19))
        THEN CAST(strftime('%s', substr(updated_at, 1, 23)) AS INTEGER) * 1000 + CAST(substr(updated_at, 21, 3) AS INTEGER)
        WHEN updated_at GLOB '[12]???-??-?? ??:??:??'
         AND instr(updated_at, char(0)) = 0
         AND (substr(updated_at, 9, 2) < '29' AND substr(updated_at, 12, 2) < '24' OR datetime(substr(updated_at, 1, 19), '+0 seconds') = substr(updated_at, 1, 19))
        THEN CAST(strftime('%s', updated_at) AS INTEGER) * 1000
        ELSE (
            SELECT seconds * 1000 + CAST(substr(fraction || '000', 2, 3) AS INTEGER)
            FROM (
                SELECT moment, fraction, CAST(strftime('%s', moment || zone) AS INTEGER) AS seconds
                FROM (
                    SELECT moment, zone, substr(rest, 1, length(rest) - length(zone)) AS fraction
                    FROM (
                        SELECT substr(updated_at, 1, 10) || ' ' || substr(updated_at, 12, 8) AS moment,
                            CASE
                                WHEN updated_at GLOB '*Z' THEN 'Z'
                                WHEN updated_at GLOB '*[+-][0-9][0-9]:[0-9][0-9]' THEN substr(updated_at, -6)
                                ELSE ''
                            END AS zone,
                            substr(updated_at, 20) AS rest,
                            substr(updated_at, 11, 1) AS separator,
                            instr(updated_at, char(0)) AS ending,
                            typeof(updated_at) AS kind
                    )
                    WHERE kind = 'text' AND separator IN (' ', 'T') AND ending = 0
                )
            )
            WHERE datetime(moment, '+0 seconds') = moment
              AND (fraction = '' OR (fraction GLOB '.[0-9]*' AND substr(fraction, 2) NOT GLOB '*[^0-9]*'))
              AND seconds >= -62135596800
        )
    END
FROM sessions;
-- check that the new form of table "sessions" has every row and value
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "the new form of table ""sessions"" does not have every row and value of the old one. Look for a step of this revision that changes the table's rows meanwhile, by a trigger for example." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT max(abs(fresh."all rows" - old."all rows"), 1) AS "offending rows", old.*, fresh.*
FROM (SELECT count(*) AS "all rows", count(created_at) AS created_at, count(updated_at) AS updated_at FROM sessions) AS old,
    (SELECT count(*) AS "all rows", count(created_at) AS created_at, count(updated_at) AS updated_at FROM aludel_rebuild_sessions) AS fresh
WHERE fresh."all rows" <> old."all rows"
  OR fresh.created_at <> fresh."all rows"
  OR fresh.updated_at <> fresh."all rows"
);
DROP TABLE temp.aludel_guard;
DROP TABLE sessions;
ALTER TABLE aludel_rebuild_sessions RENAME TO sessions;
CREATE INDEX ix_sessions_user_id ON sessions (user_id);
CREATE INDEX ix_sessions_agent_id ON sessions (agent_id);
ALTER TABLE sessions RENAME COLUMN created_at TO created_time;
ALTER TABLE sessions RENAME COLUMN updated_at TO updated_time;
CREATE INDEX ix_sessions_updated_time ON sessions (updated_time);
CREATE INDEX ix_sessions_user_id_updated_time ON sessions (user_id, updated_time);
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
      AND name COLLATE NOCASE NOT IN ('ix_chat_messages_session_id', 'ix_chat_messages_created_at', 'ix_chat_messages_session_id_created_at')
    UNION ALL
    SELECT 'column', name
    FROM pragma_table_xinfo('chat_messages')
    WHERE name COLLATE NOCASE NOT IN ('id', 'session_id', 'message', 'created_at', 'sender_type', 'sender_name')
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
    created_at BIGINT NOT NULL,
    sender_type VARCHAR,
    sender_name VARCHAR,
    PRIMARY KEY (id),
    CONSTRAINT chat_messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO aludel_rebuild_chat_messages (rowid, id, session_id, message, created_at, sender_type, sender_name)
SELECT rowid,
    id,
    session_id,
    message,
    CASE
        WHEN created_at IS NULL THEN (SELECT millis FROM temp.aludel_run)
        WHEN created_at GLOB '[12]???-??-?? ??:??:??.??[0-9][0-9][0-9][0-9]'
         AND instr(created_at, char(0)) = 0
         AND (substr(created_at, 9, 2) < '29' AND substr(created_at, 12, 2) < '24' OR datetime(substr(created_at, 1, 19), '+0 seconds') = substr(created_at, 1, 19))
        THEN CAST(strftime('%s', substr(created_at, 1, 23)) AS INTEGER) * 1000 + CAST(substr(created_at, 21, 3) AS INTEGER)
        WHEN created_at GLOB '[12]???-??-?? ??:??:??'
         AND instr(created_at, char(0)) = 0
         AND (substr(created_at, 9, 2) < '29' AND substr(created_at, 12, 2) < '24' OR datetime(substr(created_at, 1, 19), '+0 seconds') = substr(created_at, 1, 19))
        THEN CAST(strftime('%s', created_at) AS INTEGER) * 1000
        ELSE (
            SELECT seconds * 1000 + CAST(substr(fraction || '000', 2, 3) AS INTEGER)
            FROM (
                SELECT moment, fraction, CAST(strftime('%s', moment || zone) AS INTEGER) AS seconds
                FROM (
                    SELECT moment, zone, substr(rest, 1, length(rest) - length(zone)) AS fraction
                    FROM (
                        SELECT substr(created_at, 1, 10) || ' ' || substr(created_at, 12, 8) AS moment,
                            CASE
                                WHEN created_at GLOB '*Z' THEN 'Z'
                                WHEN created_at GLOB '*[+-][0-9][0-9]:[0-9][0-9]' THEN substr(created_at, -6)
                                ELSE ''
                            END AS zone,
                            substr(created_at, 20) AS rest,
                            substr(created_at, 11, 1) AS separator,
                            instr(created_at, char(0)) AS ending,
                            typeof(created_at) AS kind
                    )
                    WHERE kind = 'text' AND separator IN (' ', 'T') AND ending = 0
                )
            )
            WHERE datetime(moment, '+0 seconds') = moment
              AND (fraction = '' OR (fraction GLOB '.[0-9]*' AND substr(fraction, 2) NOT GLOB '*[^0-9]*'))
              AND seconds >= -62135596800
        )
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
FROM (SELECT count(*) AS "all rows", count(created_at) AS created_at FROM chat_messages) AS old,
    (SELECT count(*) AS "all rows", count(created_at) AS created_at FROM aludel_rebuild_chat_messages) AS fresh
WHERE fresh."all rows" <> old."all rows"
  OR fresh.created_at <> fresh."all rows"
);
DROP TABLE temp.aludel_guard;
DROP TABLE chat_messages;
ALTER TABLE aludel_rebuild_chat_messages RENAME TO chat_messages;
CREATE INDEX ix_chat_messages_session_id ON chat_messages (session_id);
ALTER TABLE chat_messages RENAME COLUMN created_at TO created_time;
CREATE INDEX ix_chat_messages_created_time ON chat_messages (created_time);
CREATE INDEX ix_chat_messages_session_id_created_time ON chat_messages (session_id, created_time);
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
UPDATE alembic_version SET version_num = 'f6e7d8c9b0a1' WHERE version_num = 'b1c2d3e4f5g6';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    'f6e7d8c9b0a1',
    'upgrade',
    'done',
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    'offline script',
    'aludel',
    'sha256:15f398af61f409e92e4cb872dd4a5e50f396237b43f38974eff5e5b7a9e41af5'
FROM alembic_version_log;
COMMIT;
PRAGMA cache_size = -2000;
PRAGMA foreign_keys = 1;

-- upgrade 079e06e9b448: add tasks, task events and feedback
BEGIN IMMEDIATE;
CREATE TABLE tasks (
    id VARCHAR NOT NULL,
    user_id VARCHAR NOT NULL,
    start_time BIGINT NOT NULL,
    end_time BIGINT,
    status VARCHAR,
    initial_request_text TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX idx_tasks_user_id ON tasks (user_id);
CREATE TABLE task_events (
    id VARCHAR NOT NULL,
    task_id VARCHAR,
    user_id VARCHAR,
    created_time BIGINT NOT NULL,
    topic VARCHAR NOT NULL,
    direction VARCHAR(50) NOT NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT task_events_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks (id) ON DELETE CASCADE
);
CREATE INDEX idx_task_events_task_id ON task_events (task_id);
CREATE INDEX idx_task_events_created_time ON task_events (created_time);
CREATE TABLE feedback (
    id VARCHAR NOT NULL,
    session_id VARCHAR NOT NULL,
    task_id VARCHAR NOT NULL,
    user_id VARCHAR NOT NULL,
    rating INTEGER NOT NULL,
    comment TEXT,
    created_time BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT feedback_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    CONSTRAINT feedback_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks (id) ON DELETE CASCADE
);
CREATE INDEX idx_feedback_session_id ON feedback (session_id);
CREATE INDEX idx_feedback_task_id ON feedback (task_id);
CREATE INDEX idx_sessions_user_id ON sessions (user_id);
CREATE INDEX idx_sessions_created_time ON sessions (created_time);
CREATE INDEX idx_sessions_updated_time ON sessions (updated_time);
CREATE INDEX idx_chat_messages_session_id ON chat_messages (session_id);
CREATE INDEX idx_chat_messages_created_time ON chat_messages (created_time);
CREATE INDEX idx_chat_messages_session_created ON chat_messages (session_id, created_time);
DROP INDEX ix_sessions_user_id;
DROP INDEX ix_sessions_agent_id;
DROP INDEX ix_sessions_updated_time;
DROP INDEX ix_sessions_user_id_updated_time;
DROP INDEX ix_chat_messages_session_id;
DROP INDEX ix_chat_messages_created_time;
DROP INDEX ix_chat_messages_session_id_created_time;
UPDATE alembic_version SET version_num = '079e06e9b448' WHERE version_num = 'f6e7d8c9b0a1';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    '079e06e9b448',
    'upgrade',
    'done',
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    'offline script',
    'aludel',
    'sha256:90bd630ff47e2e14903bea9ddb0dbcacf03ec509fb5f42af2878872163459aa1'
FROM alembic_version_log;
COMMIT;

-- upgrade 20250930_token_usage: add token usage to tasks
BEGIN IMMEDIATE;
ALTER TABLE tasks ADD COLUMN total_input_tokens INTEGER;
ALTER TABLE tasks ADD COLUMN total_output_tokens INTEGER;
ALTER TABLE tasks ADD COLUMN total_cached_input_tokens INTEGER;
ALTER TABLE tasks ADD COLUMN token_usage_details JSON;
UPDATE alembic_version SET version_num = '20250930_token_usage' WHERE version_num = '079e06e9b448';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    '20250930_token_usage',
    'upgrade',
    'done',
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    'offline script',
    'aludel',
    'sha256:b41abad739752172aceac04a6c96486fa397eb5c48c2881d08492c898c538ebc'
FROM alembic_version_log;
COMMIT;
