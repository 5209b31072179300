-- first check the rows of table "customers": rows of table "customers" would get NULL in the new column "slug", which is NOT NULL. Correct the filling of this revision, or what it reads in these rows.
SELECT count(*) OVER () AS "offending rows", id
FROM customers
WHERE (lower(name)) IS NULL
ORDER BY id
LIMIT 5;

-- first check that table "customers" is empty: column "code" cannot be added as NOT NULL, because table "customers" holds rows and nothing says what they get. Give the column a fill or a default, and run the migration again.
SELECT count(*) OVER () AS "offending rows", id
FROM customers
ORDER BY id
LIMIT 5;

-- NONE: none
DO $aludel$
BEGIN
    PERFORM set_config('maintenance_work_mem', '256MB', true)
    WHERE pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes('256MB');
END
$aludel$;

-- READS_AND_WRITES: ACCESS EXCLUSIVE
ALTER TABLE customers
    ADD COLUMN email text,
    ADD COLUMN level integer DEFAULT 1 NOT NULL,
    ADD COLUMN origin varchar(20) DEFAULT 'import' NOT NULL,
    ADD COLUMN since bigint DEFAULT 1735787045678 NOT NULL,
    ADD COLUMN slug text,
    ADD COLUMN code integer NOT NULL,
    ADD COLUMN parent_id integer,
    ADD CONSTRAINT customers_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES customers (id) ON DELETE SET NULL;

-- WRITES: ROW EXCLUSIVE, and the rows that change; copies the rows
UPDATE customers
SET slug = lower(name);

-- READS_AND_WRITES: ACCESS EXCLUSIVE
ALTER TABLE customers
    ALTER COLUMN origin SET DEFAULT 'web',
    ALTER COLUMN since DROP DEFAULT,
    ALTER COLUMN slug SET NOT NULL;
