-- history gateway for MySQL 8.4
SET NAMES utf8mb4;
SET SESSION autocommit = 1;

-- downgrade 20250930_token_usage: add token usage to tasks
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
ALTER TABLE tasks
    DROP COLUMN token_usage_details,
    DROP COLUMN total_cached_input_tokens,
    DROP COLUMN total_output_tokens,
    DROP COLUMN total_input_tokens;
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
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    'offline script',
    'aludel',
    'sha256:298823725d8e73c0a21abe91e735df5b108bcc2ffe537db2c12a400e36faa104'
FROM alembic_version_log;

-- downgrade 079e06e9b448: add tasks, task events and feedback
ALTER TABLE chat_messages
    DROP INDEX idx_chat_messages_session_created,
    DROP INDEX idx_chat_messages_created_time,
    DROP INDEX idx_chat_messages_session_id,
    ADD INDEX ix_chat_messages_session_id_created_time (session_id, created_time),
    ADD INDEX ix_chat_messages_created_time (created_time),
    ADD INDEX ix_chat_messages_session_id (session_id);
ALTER TABLE sessions
    DROP INDEX idx_sessions_updated_time,
    DROP INDEX idx_sessions_created_time,
    DROP INDEX idx_sessions_user_id,
    ADD INDEX ix_sessions_user_id_updated_time (user_id, updated_time),
    ADD INDEX ix_sessions_updated_time (updated_time),
    ADD INDEX ix_sessions_agent_id (agent_id),
    ADD INDEX ix_sessions_user_id (user_id);
DROP TABLE feedback;
DROP TABLE task_events;
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
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    'offline script',
    'aludel',
    'sha256:768bfede516b9d92437132cfb54194ae9fec86795a9c4ca281f3eb21ab2c0d8e'
FROM alembic_version_log;

-- downgrade f6e7d8c9b0a1: convert timestamps to epoch and align columns
SET @aludel_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');
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

-- downgrade b1c2d3e4f5g6: add database indexes
ALTER TABLE sessions
    DROP INDEX ix_sessions_agent_id,
    DROP INDEX ix_sessions_user_id_updated_at,
    DROP INDEX ix_sessions_updated_at,
    DROP INDEX ix_sessions_user_id;
ALTER TABLE chat_messages
    DROP FOREIGN KEY chat_messages_session_id_fkey,
    DROP INDEX ix_chat_messages_session_id_created_at,
    DROP INDEX ix_chat_messages_created_at,
    DROP INDEX ix_chat_messages_session_id,
    ADD CONSTRAINT aludel_renewal_002b4dac FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE;
ALTER TABLE chat_messages
    DROP FOREIGN KEY aludel_renewal_002b4dac,
    DROP INDEX aludel_renewal_002b4dac,
    ADD CONSTRAINT chat_messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE;
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
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    'offline script',
    'aludel',
    'sha256:93c6acdad1ef8112aa7079c6de2dbc6acf39748d494d3d80d58f0f4c127c1e3a'
FROM alembic_version_log;

-- downgrade d5b3f8f2e9a0: create initial database
DROP TABLE chat_messages;
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
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    'offline script',
    'aludel',
    'sha256:f29161d6070acf7e80c1643a7b64a87ff00d95129856a4f7a7388efdc920a9a0'
FROM alembic_version_log;
