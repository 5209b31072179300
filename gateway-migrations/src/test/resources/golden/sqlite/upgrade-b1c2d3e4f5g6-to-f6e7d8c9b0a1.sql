-- history gateway for SQLite 3.35.5
.bail on

-- the time of this run, in milliseconds since 1970-01-01T00:00:00Z
CREATE TEMP TABLE aludel_run AS
SELECT CAST(strftime('%s', 'now') AS INTEGER) * 1000
    + CAST(substr(strftime('%f', 'now'), 4, 3) AS INTEGER) AS millis;

-- upgrade f6e7d8c9b0a1: convert timestamps to epoch and align columns
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
