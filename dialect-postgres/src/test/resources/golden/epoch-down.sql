-- first check column "paid_time" of table "orders": column "paid_time" of table "orders" holds milliseconds that lie outside of what a timestamp takes. Give those rows a value that can be converted, or NULL, and run the migration again.
SELECT count(*) OVER () AS "offending rows", id, paid_time
FROM orders
WHERE paid_time BETWEEN -9223372036854775808 AND -210866803200001
    OR paid_time BETWEEN 9224318016000000 AND 9223372036854775807
ORDER BY id
LIMIT 5;

-- first check column "placed_time" of table "orders": column "placed_time" of table "orders" holds milliseconds that lie outside of what a timestamp takes. Give those rows a value that can be converted, or NULL, and run the migration again.
SELECT count(*) OVER () AS "offending rows", id, placed_time
FROM orders
WHERE placed_time BETWEEN -9223372036854775808 AND -210866803200001
    OR placed_time BETWEEN 9224318016000000 AND 9223372036854775807
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
LOCK TABLE orders IN ACCESS EXCLUSIVE MODE;

-- NONE: none
DO $aludel$
BEGIN
    PERFORM set_config('aludel.counts', concat_ws(' ', count(*), count(paid_time), count(placed_time)), true)
    FROM orders;
END
$aludel$;

-- READS_AND_WRITES: ACCESS EXCLUSIVE; copies the rows
ALTER TABLE orders
    ALTER COLUMN paid_time TYPE timestamp USING
        timestamp '1970-01-01 00:00:00'
            + (paid_time / 86400000) * interval '1 day'
            + (paid_time % 86400000) * interval '1 millisecond',
    ALTER COLUMN paid_time DROP NOT NULL,
    ALTER COLUMN placed_time TYPE timestamp USING
        timestamp '1970-01-01 00:00:00'
            + (placed_time / 86400000) * interval '1 day'
            + (placed_time % 86400000) * interval '1 millisecond',
    ALTER COLUMN placed_time DROP NOT NULL;

-- check that table "orders" has every row and value: table "orders" does not have every row, and every value of its converted columns, that it had. Look for what turns values of these columns into NULL, such as a function that converts them.
SELECT 1 AS "offending rows", current_setting('aludel.counts') AS "rows and values before", concat_ws(' ', count(*), count(paid_time), count(placed_time)) AS "rows and values now"
FROM orders
HAVING concat_ws(' ', count(*), count(paid_time), count(placed_time)) <> current_setting('aludel.counts');

-- READS_AND_WRITES: ACCESS EXCLUSIVE
ALTER TABLE orders RENAME COLUMN paid_time TO paid_at;

-- READS_AND_WRITES: ACCESS EXCLUSIVE
ALTER TABLE orders RENAME COLUMN placed_time TO placed_at;
