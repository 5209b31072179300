-- history gateway for MySQL 8.4
SET NAMES utf8mb4;
SET SESSION autocommit = 1;

-- the time of this run, in milliseconds since 1970-01-01T00:00:00Z
SET @aludel_run_time_millis = TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', UTC_TIMESTAMP(6)) DIV 1000;

-- upgrade f6e7d8c9b0a1: convert timestamps to epoch and align columns
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
-- look for values of "created_at" that cannot be converted
SET SESSION completion_type = (
    SELECT IF(COUNT(*) = 0, @@SESSION.completion_type, CONCAT(
        MAX(found.`offending rows`), ' rows: ',
        'column "created_at" of table "sessions" holds values that are no date-time of the years 0001 to 9999'))
    FROM (
        SELECT COUNT(*) OVER () AS `offending rows`, id, CAST(created_at AS CHAR) AS created_at
        FROM sessions
        WHERE created_at < TIMESTAMP'0001-01-01 00:00:00'
            OR (created_at IS NOT NULL AND FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', created_at) * 0.001) IS NULL)
        ORDER BY id
        LIMIT 5
    ) AS found
);
-- look for values of "updated_at" that cannot be converted
SET SESSION completion_type = (
    SELECT IF(COUNT(*) = 0, @@SESSION.completion_type, CONCAT(
        MAX(found.`offending rows`), ' rows: ',
        'column "updated_at" of table "sessions" holds values that are no date-time of the years 0001 to 9999'))
    FROM (
        SELECT COUNT(*) OVER () AS `offending rows`, id, CAST(updated_at AS CHAR) AS updated_at
        FROM sessions
        WHERE updated_at < TIMESTAMP'0001-01-01 00:00:00'
            OR (updated_at IS NOT NULL AND FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', updated_at) * 0.001) IS NULL)
        ORDER BY id
        LIMIT 5
    ) AS found
);
-- look for values of "created_at" that cannot be converted
SET SESSION completion_type = (
    SELECT IF(COUNT(*) = 0, @@SESSION.completion_type, CONCAT(
        MAX(found.`offending rows`), ' rows: ',
        'column "created_at" of table "chat_messages" holds values that are no date-time of the years 0001 to 9999'))
    FROM (
        SELECT COUNT(*) OVER () AS `offending rows`, id, CAST(created_at AS CHAR) AS created_at
        FROM chat_messages
        WHERE created_at < TIMESTAMP'0001-01-01 00:00:00'
            OR (created_at IS NOT NULL AND FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', created_at) * 0.001) IS NULL)
        ORDER BY id
        LIMIT 5
    ) AS found
);
ALTER TABLE sessions
    ADD COLUMN created_time BIGINT NULL AFTER created_at,
    ADD COLUMN updated_time BIGINT NULL AFTER updated_at;
UPDATE sessions
SET created_time = IF(created_at IS NULL, @aludel_run_time_millis, FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', created_at) * 0.001)),
    updated_time = IF(updated_at IS NULL, @aludel_run_time_millis, FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', updated_at) * 0.001));
-- look for rows of "sessions" that were written during the conversion
SET SESSION completion_type = (
    SELECT IF(COUNT(*) = 0, @@SESSION.completion_type, CONCAT(
        MAX(found.`offending rows`), ' rows: ',
        'rows of table "sessions" were written while their values were converted'))
    FROM (
        SELECT COUNT(*) OVER () AS `offending rows`, id, CAST(created_at AS CHAR) AS created_at, CAST(created_time AS CHAR) AS created_time, CAST(updated_at AS CHAR) AS updated_at, CAST(updated_time AS CHAR) AS updated_time
        FROM sessions
        WHERE NOT IF(created_at IS NULL, created_time IS NOT NULL, created_time <=> FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', created_at) * 0.001))
            OR NOT IF(updated_at IS NULL, updated_time IS NOT NULL, updated_time <=> FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', updated_at) * 0.001))
        ORDER BY id
        LIMIT 5
    ) AS found
);
ALTER TABLE sessions
    DROP INDEX ix_sessions_updated_at,
    DROP INDEX ix_sessions_user_id_updated_at,
    DROP COLUMN created_at,
    DROP COLUMN updated_at,
    MODIFY COLUMN created_time BIGINT NOT NULL,
    MODIFY COLUMN updated_time BIGINT NOT NULL,
    ADD INDEX ix_sessions_updated_time (updated_time),
    ADD INDEX ix_sessions_user_id_updated_time (user_id, updated_time);
ALTER TABLE chat_messages ADD COLUMN created_time BIGINT NULL AFTER created_at;
UPDATE chat_messages
SET created_time = IF(created_at IS NULL, @aludel_run_time_millis, FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', created_at) * 0.001));
-- look for rows of "chat_messages" that were written during the conversion
SET SESSION completion_type = (
    SELECT IF(COUNT(*) = 0, @@SESSION.completion_type, CONCAT(
        MAX(found.`offending rows`), ' rows: ',
        'rows of table "chat_messages" were written while their values were converted'))
    FROM (
        SELECT COUNT(*) OVER () AS `offending rows`, id, CAST(created_at AS CHAR) AS created_at, CAST(created_time AS CHAR) AS created_time
        FROM chat_messages
        WHERE NOT IF(created_at IS NULL, created_time IS NOT NULL, created_time <=> FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', created_at) * 0.001))
        ORDER BY id
        LIMIT 5
    ) AS found
);
ALTER TABLE chat_messages
    DROP INDEX ix_chat_messages_created_at,
    DROP INDEX ix_chat_messages_session_id_created_at,
    DROP COLUMN created_at,
    MODIFY COLUMN created_time BIGINT NOT NULL,
    ADD INDEX ix_chat_messages_created_time (created_time),
    ADD INDEX ix_chat_messages_session_id_created_time (session_id, created_time);
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
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    'offline script',
    'aludel',
    'sha256:15f398af61f409e92e4cb872dd4a5e50f396237b43f38974eff5e5b7a9e41af5'
FROM alembic_version_log;
SET SESSION sql_mode = @aludel_sql_mode;
