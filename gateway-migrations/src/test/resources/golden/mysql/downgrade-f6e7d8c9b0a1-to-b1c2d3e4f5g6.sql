-- history gateway for MySQL 8.4
SET NAMES utf8mb4;
SET SESSION autocommit = 1;

-- downgrade f6e7d8c9b0a1: convert timestamps to epoch and align columns
SET @aludel_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');
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
-- look for values of "created_time" that cannot be converted
SET SESSION completion_type = (
    SELECT IF(COUNT(*) = 0, @@SESSION.completion_type, CONCAT(
        MAX(found.`offending rows`), ' rows: ',
        'column "created_time" of table "chat_messages" holds milliseconds outside of the years 0001 to 9999'))
    FROM (
        SELECT COUNT(*) OVER () AS `offending rows`, id, CAST(created_time AS CHAR) AS created_time
        FROM chat_messages
        WHERE created_time NOT BETWEEN -62135596800000 AND 253402300799999
        ORDER BY id
        LIMIT 5
    ) AS found
);
-- look for values of "created_time" that cannot be converted
SET SESSION completion_type = (
    SELECT IF(COUNT(*) = 0, @@SESSION.completion_type, CONCAT(
        MAX(found.`offending rows`), ' rows: ',
        'column "created_time" of table "sessions" holds milliseconds outside of the years 0001 to 9999'))
    FROM (
        SELECT COUNT(*) OVER () AS `offending rows`, id, CAST(created_time AS CHAR) AS created_time
        FROM sessions
        WHERE created_time NOT BETWEEN -62135596800000 AND 253402300799999
        ORDER BY id
        LIMIT 5
    ) AS found
);
-- look for values of "updated_time" that cannot be converted
SET SESSION completion_type = (
    SELECT IF(COUNT(*) = 0, @@SESSION.completion_type, CONCAT(
        MAX(found.`offending rows`), ' rows: ',
        'column "updated_time" of table "sessions" holds milliseconds outside of the years 0001 to 9999'))
    FROM (
        SELECT COUNT(*) OVER () AS `offending rows`, id, CAST(updated_time AS CHAR) AS updated_time
        FROM sessions
        WHERE updated_time NOT BETWEEN -62135596800000 AND 253402300799999
        ORDER BY id
        LIMIT 5
    ) AS found
);
ALTER TABLE chat_messages ADD COLUMN created_at DATETIME(6) NULL AFTER created_time;
UPDATE chat_messages
SET created_at = TIMESTAMPADD(MICROSECOND, created_time * 1000, TIMESTAMP'1970-01-01 00:00:00');
-- look for rows of "chat_messages" that were written during the conversion
SET SESSION completion_type = (
    SELECT IF(COUNT(*) = 0, @@SESSION.completion_type, CONCAT(
        MAX(found.`offending rows`), ' rows: ',
        'rows of table "chat_messages" were written while their values were converted'))
    FROM (
        SELECT COUNT(*) OVER () AS `offending rows`, id, CAST(created_time AS CHAR) AS created_time, CAST(created_at AS CHAR) AS created_at
        FROM chat_messages
        WHERE NOT IF(created_time IS NULL, created_at IS NULL, created_at <=> TIMESTAMPADD(MICROSECOND, created_time * 1000, TIMESTAMP'1970-01-01 00:00:00'))
        ORDER BY id
        LIMIT 5
    ) AS found
);
ALTER TABLE chat_messages
    DROP INDEX ix_chat_messages_session_id_created_time,
    DROP INDEX ix_chat_messages_created_time,
    DROP COLUMN created_time,
    ADD INDEX ix_chat_messages_session_id_created_at (session_id, created_at),
    ADD INDEX ix_chat_messages_created_at (created_at);
ALTER TABLE sessions
    ADD COLUMN created_at DATETIME(6) NULL AFTER created_time,
    ADD COLUMN updated_at DATETIME(6) NULL AFTER updated_time;
UPDATE sessions
SET created_at = TIMESTAMPADD(MICROSECOND, created_time * 1000, TIMESTAMP'1970-01-01 00:00:00'),
    updated_at = TIMESTAMPADD(MICROSECOND, updated_time * 1000, TIMESTAMP'1970-01-01 00:00:00');
-- look for rows of "sessions" that were written during the conversion
SET SESSION completion_type = (
    SELECT IF(COUNT(*) = 0, @@SESSION.completion_type, CONCAT(
        MAX(found.`offending rows`), ' rows: ',
        'rows of table "sessions" were written while their values were converted'))
    FROM (
        SELECT COUNT(*) OVER () AS `offending rows`, id, CAST(created_time AS CHAR) AS created_time, CAST(created_at AS CHAR) AS created_at, CAST(updated_time AS CHAR) AS updated_time, CAST(updated_at AS CHAR) AS updated_at
        FROM sessions
        WHERE NOT IF(created_time IS NULL, created_at IS NULL, created_at <=> TIMESTAMPADD(MICROSECOND, created_time * 1000, TIMESTAMP'1970-01-01 00:00:00'))
            OR NOT IF(updated_time IS NULL, updated_at IS NULL, updated_at <=> TIMESTAMPADD(MICROSECOND, updated_time * 1000, TIMESTAMP'1970-01-01 00:00:00'))
        ORDER BY id
        LIMIT 5
    ) AS found
);
ALTER TABLE sessions
    DROP INDEX ix_sessions_user_id_updated_time,
    DROP INDEX ix_sessions_updated_time,
    DROP COLUMN created_time,
    DROP COLUMN updated_time,
    ADD INDEX ix_sessions_user_id_updated_at (user_id, updated_at),
    ADD INDEX ix_sessions_updated_at (updated_at);
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
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    'offline script',
    'aludel',
    'sha256:946993889eaf58804329d5f920b145856b7810e869b2fc197d543fe122f72ed8'
FROM alembic_version_log;
SET SESSION sql_mode = @aludel_sql_mode;
