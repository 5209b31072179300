-- history gateway for MySQL 8.4
SET NAMES utf8mb4;
SET SESSION autocommit = 1;

-- the time of this run, in milliseconds since 1970-01-01T00:00:00Z
SET @aludel_run_time_millis = TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', UTC_TIMESTAMP(6)) DIV 1000;

-- upgrade d5b3f8f2e9a0: create initial database
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
    id VARCHAR(255) NOT NULL,
    name VARCHAR(255),
    user_id VARCHAR(255) NOT NULL,
    agent_id VARCHAR(255),
    created_at DATETIME(6),
    updated_at DATETIME(6),
    PRIMARY KEY (id)
);
CREATE TABLE chat_messages (
    id VARCHAR(255) NOT NULL,
    session_id VARCHAR(255) NOT NULL,
    message TEXT NOT NULL,
    created_at DATETIME(6),
    sender_type VARCHAR(255),
    sender_name VARCHAR(255),
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
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    'offline script',
    'aludel',
    'sha256:d8a765597b796ee347adb020a018a05575db4a6d9ea801678773cadc8fc4d85c'
FROM alembic_version_log;

-- upgrade b1c2d3e4f5g6: add database indexes
ALTER TABLE sessions
    ADD INDEX ix_sessions_user_id (user_id),
    ADD INDEX ix_sessions_updated_at (updated_at),
    ADD INDEX ix_sessions_user_id_updated_at (user_id, updated_at),
    ADD INDEX ix_sessions_agent_id (agent_id);
ALTER TABLE chat_messages
    ADD INDEX ix_chat_messages_session_id (session_id),
    ADD INDEX ix_chat_messages_created_at (created_at),
    ADD INDEX ix_chat_messages_session_id_created_at (session_id, created_at);
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
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    'offline script',
    'aludel',
    'sha256:7fc9ba86ae161a1806786ebb0460d5761fd58d5f5cc5c2dcd9e8cf5ab4ccd01f'
FROM alembic_version_log;

-- upgrade f6e7d8c9b0a1: convert timestamps to epoch and align columns
SET @aludel_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');
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

-- upgrade 079e06e9b448: add tasks, task events and feedback
CREATE TABLE tasks (
    id VARCHAR(255) NOT NULL,
    user_id VARCHAR(255) NOT NULL,
    start_time BIGINT NOT NULL,
    end_time BIGINT,
    status VARCHAR(255),
    initial_request_text TEXT,
    PRIMARY KEY (id),
    INDEX idx_tasks_user_id (user_id)
);
CREATE TABLE task_events (
    id VARCHAR(255) NOT NULL,
    task_id VARCHAR(255),
    user_id VARCHAR(255),
    created_time BIGINT NOT NULL,
    topic VARCHAR(255) NOT NULL,
    direction VARCHAR(50) NOT NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT task_events_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks (id) ON DELETE CASCADE,
    INDEX idx_task_events_task_id (task_id),
    INDEX idx_task_events_created_time (created_time)
);
CREATE TABLE feedback (
    id VARCHAR(255) NOT NULL,
    session_id VARCHAR(255) NOT NULL,
    task_id VARCHAR(255) NOT NULL,
    user_id VARCHAR(255) NOT NULL,
    rating INT NOT NULL,
    comment TEXT,
    created_time BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT feedback_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    CONSTRAINT feedback_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks (id) ON DELETE CASCADE,
    INDEX idx_feedback_session_id (session_id),
    INDEX idx_feedback_task_id (task_id)
);
ALTER TABLE sessions
    DROP INDEX ix_sessions_user_id,
    DROP INDEX ix_sessions_agent_id,
    DROP INDEX ix_sessions_updated_time,
    DROP INDEX ix_sessions_user_id_updated_time,
    ADD INDEX idx_sessions_user_id (user_id),
    ADD INDEX idx_sessions_created_time (created_time),
    ADD INDEX idx_sessions_updated_time (updated_time);
ALTER TABLE chat_messages
    DROP INDEX ix_chat_messages_session_id,
    DROP INDEX ix_chat_messages_created_time,
    DROP INDEX ix_chat_messages_session_id_created_time,
    ADD INDEX idx_chat_messages_session_id (session_id),
    ADD INDEX idx_chat_messages_created_time (created_time),
    ADD INDEX idx_chat_messages_session_created (session_id, created_time);
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
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    'offline script',
    'aludel',
    'sha256:90bd630ff47e2e14903bea9ddb0dbcacf03ec509fb5f42af2878872163459aa1'
FROM alembic_version_log;

-- upgrade 20250930_token_usage: add token usage to tasks
SET @aludel_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');
ALTER TABLE tasks
    ADD COLUMN total_input_tokens INT,
    ADD COLUMN total_output_tokens INT,
    ADD COLUMN total_cached_input_tokens INT,
    ADD COLUMN token_usage_details JSON;
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
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z'),
    'offline script',
    'aludel',
    'sha256:b41abad739752172aceac04a6c96486fa397eb5c48c2881d08492c898c538ebc'
FROM alembic_version_log;
SET SESSION sql_mode = @aludel_sql_mode;
