-- first check column "placed_at" of table "orders": column "placed_at" of table "orders" holds infinity, which is no point in time. Give those rows a value that can be converted, or NULL, and run the migration again.
SELECT count(*) OVER () AS "offending rows", id, placed_at
FROM orders
WHERE placed_at IN ('infinity', '-infinity')
ORDER BY id
LIMIT 5;

-- first check column "paid_at" of table "orders": column "paid_at" of table "orders" holds infinity, or local times that came twice or never in Europe/Paris. Give those rows a value that can be converted, or NULL, and run the migration again.
SELECT count(*) OVER () AS "offending rows", id, paid_at
FROM orders
WHERE NOT isfinite(paid_at) OR ((paid_at - interval '24 hours') AT TIME ZONE 'Europe/Paris' + interval '24 hours') <> ((paid_at + interval '24 hours') AT TIME ZONE 'Europe/Paris' - interval '24 hours')
    AND (((paid_at - interval '24 hours') AT TIME ZONE 'Europe/Paris' + interval '24 hours') AT TIME ZONE 'Europe/Paris' = paid_at) = (((paid_at + interval '24 hours') AT TIME ZONE 'Europe/Paris' - interval '24 hours') AT TIME ZONE 'Europe/Paris' = paid_at)
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
    PERFORM set_config('aludel.counts', concat_ws(' ', count(*), count(placed_at), count(paid_at)), true)
    FROM orders;
END
$aludel$;

-- READS_AND_WRITES: ACCESS EXCLUSIVE; copies the rows
ALTER TABLE orders
    ALTER COLUMN placed_at TYPE bigint USING
        extract(epoch FROM date_trunc('second', placed_at))::bigint * 1000
            + extract(microseconds FROM placed_at)::bigint % 1000000 / 1000 - 19800000,
    ALTER COLUMN paid_at TYPE bigint USING
        extract(epoch FROM date_trunc('second', paid_at) AT TIME ZONE 'Europe/Paris')::bigint * 1000
            + extract(microseconds FROM paid_at)::bigint % 1000000 / 1000;

-- check that table "orders" has every row and value: table "orders" does not have every row, and every value of its converted columns, that it had. Look for what turns values of these columns into NULL, such as a function that converts them.
SELECT 1 AS "offending rows", current_setting('aludel.counts') AS "rows and values before", concat_ws(' ', count(*), count(placed_at), count(paid_at)) AS "rows and values now"
FROM orders
HAVING concat_ws(' ', count(*), count(placed_at), count(paid_at)) <> current_setting('aludel.counts');
