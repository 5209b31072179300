-- history lambdas for SQLite 3.35.5
.bail on

-- upgrade change: revision change
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
ALTER TABLE sessions ADD COLUMN note VARCHAR(20) DEFAULT 'it''s';
ALTER TABLE sessions ADD COLUMN active BOOLEAN DEFAULT 1 NOT NULL;
ALTER TABLE sessions RENAME COLUMN user_id TO "owner id";
ALTER TABLE sessions DROP COLUMN created_at;
CREATE INDEX ix_sessions_note ON sessions (note);
DROP INDEX ix_sessions_note;
CREATE INDEX ix_note ON sessions (note);
DROP INDEX IF EXISTS ix_note;
ALTER TABLE sessions RENAME TO visits;
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
    'sha256:430ef3b5550a0fa6dccb2ccacd74b0432af04d42503bb2f80ad314083c9e78b3'
FROM alembic_version_log;
COMMIT;

-- history lambdas for SQLite 3.35.5
.bail on

-- downgrade change: revision change
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
ALTER TABLE visits RENAME TO sessions;
CREATE INDEX IF NOT EXISTS ix_note ON sessions (note);
DROP INDEX ix_note;
CREATE INDEX ix_sessions_note ON sessions (note);
DROP INDEX ix_sessions_note;
ALTER TABLE sessions ADD COLUMN created_at DATETIME;
ALTER TABLE sessions RENAME COLUMN "owner id" TO user_id;
ALTER TABLE sessions DROP COLUMN active;
ALTER TABLE sessions DROP COLUMN note;
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
    'sha256:9c1594c1bbdbdd928c3bfdc839ac0ca27fa223f20ae8bc20a38ea4b0c3d08492'
FROM alembic_version_log;
COMMIT;
