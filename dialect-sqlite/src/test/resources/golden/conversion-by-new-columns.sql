-- history lambdas for SQLite 3.53
.bail on

-- the time of this run, in milliseconds since 1970-01-01T00:00:00Z
CREATE TEMP TABLE aludel_run AS
SELECT CAST(strftime('%s', 'now') AS INTEGER) * 1000
    + CAST(substr(strftime('%f', 'now'), 4, 3) AS INTEGER) AS millis;

-- upgrade change: revision change
-- warning: the converted columns [created_time] of table "sessions" will stand at the end of the table
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
FROM (VALUES ('id'), ('user_id'), ('created_at')) AS wanted
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
        THEN unixepoch(substr(created_at, 1, 23)) * 1000 + CAST(substr(created_at, 21, 3) AS INTEGER)
        WHEN created_at GLOB '[12]???-??-?? ??:??:??'
         AND instr(created_at, char(0)) = 0
         AND (substr(created_at, 9, 2) < '29' AND substr(created_at, 12, 2) < '24' OR datetime(substr(created_at, 1, 19), '+0 seconds') = substr(created_at, 1, 19))
        THEN unixepoch(created_at) * 1000
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
-- check that table "sessions" has nothing that this script doesn't know
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "table ""sessions"" has an index, trigger, column or clause that the revisions don't know, and that a conversion by new columns could fire or lose. Have this revision rebuild the table, which keeps it: choose ColumnConversion.REBUILD." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", type, name
FROM (
    SELECT type, name
    FROM sqlite_schema
    WHERE tbl_name = 'sessions' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL
      AND name COLLATE NOCASE NOT IN ()
    UNION ALL
    SELECT 'column', name
    FROM pragma_table_xinfo('sessions')
    WHERE name COLLATE NOCASE NOT IN ('id', 'user_id', 'created_at')
    UNION ALL
    SELECT 'clause of', sql
    FROM sqlite_schema
    WHERE type = 'table' AND name = 'sessions' COLLATE NOCASE
      AND (sql LIKE '%AUTOINCREMENT%' OR sql LIKE '%WITHOUT%ROWID%' OR sql LIKE '%STRICT%' OR sql LIKE '%COLLATE%' OR sql LIKE '%GENERATED%' OR sql LIKE '%ON%CONFLICT%' OR sql LIKE '%DEFERRABLE%' OR sql LIKE '%CHECK%')
)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
ALTER TABLE sessions ADD COLUMN created_time BIGINT;
UPDATE sessions
SET created_time = CASE
        WHEN created_at IS NULL THEN (SELECT millis FROM temp.aludel_run)
        WHEN created_at GLOB '[12]???-??-?? ??:??:??.??[0-9][0-9][0-9][0-9]'
         AND instr(created_at, char(0)) = 0
         AND (substr(created_at, 9, 2) < '29' AND substr(created_at, 12, 2) < '24' OR datetime(substr(created_at, 1, 19), '+0 seconds') = substr(created_at, 1, 19))
        THEN unixepoch(substr(created_at, 1, 23)) * 1000 + CAST(substr(created_at, 21, 3) AS INTEGER)
        WHEN created_at GLOB '[12]???-??-?? ??:??:??'
         AND instr(created_at, char(0)) = 0
         AND (substr(created_at, 9, 2) < '29' AND substr(created_at, 12, 2) < '24' OR datetime(substr(created_at, 1, 19), '+0 seconds') = substr(created_at, 1, 19))
        THEN unixepoch(created_at) * 1000
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
    END;
-- check that the new columns of table "sessions" have every value
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "the new columns of table ""sessions"" do not have every value of the old ones. Look for a filling of this revision that comes to NULL." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT 1 AS "offending rows", *
FROM (SELECT count(*) AS "all rows", count(created_at) AS created_at, count(created_time) AS created_time FROM sessions)
WHERE created_time <> "all rows"
);
DROP TABLE temp.aludel_guard;
ALTER TABLE sessions ALTER COLUMN created_time SET NOT NULL;
ALTER TABLE sessions DROP COLUMN created_at;
CREATE INDEX ix_sessions_created ON sessions (created_time);
CREATE INDEX ix_sessions_user ON sessions (user_id);
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
    'sha256:5ff26481a003110b73efaf777dd368c4324d26f5505f7aebfe887f17b10afd90'
FROM alembic_version_log;
COMMIT;
PRAGMA cache_size = -2000;

-- history lambdas for SQLite 3.53
.bail on

-- downgrade change: revision change
-- warning: the converted columns [created_at] of table "sessions" will stand at the end of the table
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
FROM (VALUES ('id'), ('user_id'), ('created_time')) AS wanted
WHERE NOT EXISTS (
    SELECT 1 FROM pragma_table_xinfo('sessions') AS present WHERE present.name = wanted.column1 COLLATE NOCASE)
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
-- check that table "sessions" has nothing that this script doesn't know
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "table ""sessions"" has an index, trigger, column or clause that the revisions don't know, and that a conversion by new columns could fire or lose. Have this revision rebuild the table, which keeps it: choose ColumnConversion.REBUILD." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT count(*) OVER () AS "offending rows", type, name
FROM (
    SELECT type, name
    FROM sqlite_schema
    WHERE tbl_name = 'sessions' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL
      AND name COLLATE NOCASE NOT IN ('ix_sessions_created', 'ix_sessions_user')
    UNION ALL
    SELECT 'column', name
    FROM pragma_table_xinfo('sessions')
    WHERE name COLLATE NOCASE NOT IN ('id', 'user_id', 'created_time')
    UNION ALL
    SELECT 'clause of', sql
    FROM sqlite_schema
    WHERE type = 'table' AND name = 'sessions' COLLATE NOCASE
      AND (sql LIKE '%AUTOINCREMENT%' OR sql LIKE '%WITHOUT%ROWID%' OR sql LIKE '%STRICT%' OR sql LIKE '%COLLATE%' OR sql LIKE '%GENERATED%' OR sql LIKE '%ON%CONFLICT%' OR sql LIKE '%DEFERRABLE%' OR sql LIKE '%CHECK%')
)
LIMIT 5
);
DROP TABLE temp.aludel_guard;
DROP INDEX ix_sessions_created;
DROP INDEX IF EXISTS ix_sessions_user;
ALTER TABLE sessions ADD COLUMN created_at DATETIME;
UPDATE sessions
SET created_at = CASE
        WHEN typeof(created_time) = 'integer' AND created_time BETWEEN -62135596800000 AND 253402300799999
        THEN datetime((created_time + 62135596800000) / 1000 - 62135596800, 'unixepoch')
        || '.' || substr(1000 + (created_time + 62135596800000) % 1000, 2) || '000'
    END;
-- check that the new columns of table "sessions" have every value
CREATE TEMP TABLE aludel_guard (
    found INTEGER CONSTRAINT "the new columns of table ""sessions"" do not have every value of the old ones. Look for a filling of this revision that comes to NULL." CHECK (found = 0)
);
INSERT INTO temp.aludel_guard
SELECT count(*) FROM (
SELECT 1 AS "offending rows", *
FROM (SELECT count(*) AS "all rows", count(created_time) AS created_time, count(created_at) AS created_at FROM sessions)
WHERE created_at <> created_time
);
DROP TABLE temp.aludel_guard;
ALTER TABLE sessions DROP COLUMN created_time;
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
    'sha256:74854270942c2208f341cd5c4199dc1dffc967b0a2abe4d7e7bc438e960b4d01'
FROM alembic_version_log;
COMMIT;
PRAGMA cache_size = -2000;
