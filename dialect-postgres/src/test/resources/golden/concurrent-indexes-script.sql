-- history lambdas for PostgreSQL 13.0
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';

-- upgrade 0002_index: revision 0002_index
BEGIN;
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
COMMIT;
-- clears away what an earlier try left unfinished
SELECT 'DROP INDEX CONCURRENTLY ix_customers_joined'
WHERE EXISTS (
SELECT 1
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_class AS t ON t.oid = i.indrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.relnamespace
WHERE NOT i.indisvalid AND c.relname = 'ix_customers_joined' AND t.relname = 'customers' AND n.nspname = current_schema()
)
\gexec
CREATE INDEX CONCURRENTLY ix_customers_joined ON customers (joined_at);
BEGIN;
UPDATE alembic_version SET version_num = '0002_index' WHERE version_num = '0001_tables';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    '0002_index',
    'upgrade',
    'done',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'offline script',
    'aludel',
    'sha256:7c378b284bcaaab89088fdde928ec7dffaaf4ccf7d2b37302241bfbd1f53590c'
FROM alembic_version_log;
COMMIT;

-- upgrade 0003_between: revision 0003_between
BEGIN;
ALTER TABLE orders ADD COLUMN state text;
COMMIT;
-- clears away what an earlier try left unfinished
SELECT 'DROP INDEX CONCURRENTLY ix_orders_state'
WHERE EXISTS (
SELECT 1
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_class AS t ON t.oid = i.indrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.relnamespace
WHERE NOT i.indisvalid AND c.relname = 'ix_orders_state' AND t.relname = 'orders' AND n.nspname = current_schema()
)
\gexec
CREATE INDEX CONCURRENTLY ix_orders_state ON orders (state);
DROP INDEX CONCURRENTLY ix_orders_total;
BEGIN;
UPDATE orders
SET state = 'open'
WHERE paid_at IS NULL;
UPDATE alembic_version SET version_num = '0003_between' WHERE version_num = '0002_index';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    '0003_between',
    'upgrade',
    'done',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'offline script',
    'aludel',
    'sha256:808508ebd505fc4bfec5949059177c6d474bce8f88e914ca0cf409a62f83fe01'
FROM alembic_version_log;
COMMIT;
-- history lambdas for PostgreSQL 13.0
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';

-- downgrade 0003_between: revision 0003_between
BEGIN;
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
COMMIT;
-- clears away what an earlier try left unfinished
SELECT 'DROP INDEX CONCURRENTLY ix_orders_total'
WHERE EXISTS (
SELECT 1
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_class AS t ON t.oid = i.indrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.relnamespace
WHERE NOT i.indisvalid AND c.relname = 'ix_orders_total' AND t.relname = 'orders' AND n.nspname = current_schema()
)
\gexec
CREATE INDEX CONCURRENTLY ix_orders_total ON orders (total);
DROP INDEX CONCURRENTLY ix_orders_state;
BEGIN;
ALTER TABLE orders DROP COLUMN state;
UPDATE alembic_version SET version_num = '0002_index' WHERE version_num = '0003_between';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    '0003_between',
    'downgrade',
    'done',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'offline script',
    'aludel',
    'sha256:e66cc4c66dd0fa248b3bc28791eb4ef42a39192db4ea287c3f562a7091faa0f6'
FROM alembic_version_log;
COMMIT;

-- downgrade 0002_index: revision 0002_index
DROP INDEX CONCURRENTLY ix_customers_joined;
BEGIN;
UPDATE alembic_version SET version_num = '0001_tables' WHERE version_num = '0002_index';
INSERT INTO alembic_version_log (
    entry, part, revision, direction, outcome, started_at, finished_at, who, tool, hash
)
SELECT
    COALESCE(MAX(entry), 0) + 1,
    0,
    '0002_index',
    'downgrade',
    'done',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'offline script',
    'aludel',
    'sha256:77be5c22b9b3b844c7b8195f352ecd8adbad6b88440a7f2a8e0f90ef31c1fe2b'
FROM alembic_version_log;
COMMIT;
