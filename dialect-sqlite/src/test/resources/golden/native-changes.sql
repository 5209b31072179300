-- history lambdas for SQLite 3.35.5
.bail on

-- upgrade change: revision change
BEGIN IMMEDIATE;
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
COMMIT;

-- history lambdas for SQLite 3.35.5
.bail on

-- downgrade change: revision change
BEGIN IMMEDIATE;
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
COMMIT;
