-- first check column "notes" of table "orders": column "notes" of table "orders" holds values that its conversion turns into NULL. Correct those values, or set them to NULL in a step before the conversion.
SELECT count(*) OVER () AS "offending rows", id, notes
FROM orders
WHERE notes IS NOT NULL AND (to_json(notes)) IS NULL
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
LOCK TABLE customers IN ACCESS EXCLUSIVE MODE;

-- NONE: none
DO $aludel$
BEGIN
    PERFORM set_config('aludel.counts', concat_ws(' ', count(*), count(joined_at)), true)
    FROM customers;
END
$aludel$;

-- WRITES: ROW EXCLUSIVE, and the rows that change
UPDATE customers
SET "user" = E'it''s C:\\me'
WHERE "user" IS NULL;

-- READS_AND_WRITES: ACCESS EXCLUSIVE; copies the rows
ALTER TABLE customers
    ALTER COLUMN name TYPE varchar(200),
    ALTER COLUMN name SET DEFAULT 'nobody',
    ALTER COLUMN "user" SET NOT NULL,
    ALTER COLUMN active DROP DEFAULT,
    ALTER COLUMN active DROP NOT NULL,
    ALTER COLUMN joined_at DROP DEFAULT,
    ALTER COLUMN joined_at TYPE timestamptz USING joined_at AT TIME ZONE 'UTC',
    ALTER COLUMN joined_at SET DEFAULT now();

-- check that table "customers" has every row and value: table "customers" does not have every row, and every value of its converted columns, that it had. Look for what turns values of these columns into NULL, such as a function that converts them.
SELECT 1 AS "offending rows", current_setting('aludel.counts') AS "rows and values before", concat_ws(' ', count(*), count(joined_at)) AS "rows and values now"
FROM customers
HAVING concat_ws(' ', count(*), count(joined_at)) <> current_setting('aludel.counts');

-- READS_AND_WRITES: ACCESS EXCLUSIVE
LOCK TABLE orders IN ACCESS EXCLUSIVE MODE;

-- NONE: none
DO $aludel$
BEGIN
    PERFORM set_config('aludel.counts', concat_ws(' ', count(*), count(*), count(notes)), true)
    FROM orders;
END
$aludel$;

-- READS_AND_WRITES: ACCESS EXCLUSIVE; copies the rows
ALTER TABLE orders
    ALTER COLUMN total TYPE numeric(14,2) USING coalesce(total::numeric(14,2), 0),
    ALTER COLUMN total SET NOT NULL,
    ALTER COLUMN notes TYPE json USING to_json(notes);

-- check that table "orders" has every row and value: table "orders" does not have every row, and every value of its converted columns, that it had. Look for what turns values of these columns into NULL, such as a function that converts them.
SELECT 1 AS "offending rows", current_setting('aludel.counts') AS "rows and values before", concat_ws(' ', count(*), count(total), least(count(notes), split_part(current_setting('aludel.counts'), ' ', 3)::bigint)) AS "rows and values now"
FROM orders
HAVING concat_ws(' ', count(*), count(total), least(count(notes), split_part(current_setting('aludel.counts'), ' ', 3)::bigint)) <> current_setting('aludel.counts');

-- WRITES: ROW EXCLUSIVE, and the rows that change
UPDATE customers
SET joined_at = now()
WHERE joined_at IS NULL;
