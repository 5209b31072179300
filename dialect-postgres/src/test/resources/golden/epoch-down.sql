-- first check column "paid_time" of table "orders": column "paid_time" of table "orders" holds milliseconds that lie outside of what a timestamp takes. Give those rows a value that can be converted, or NULL, and run the migration again.
SELECT count(*) OVER () AS "offending rows", id, paid_time
FROM orders
WHERE paid_time NOT BETWEEN -210866803200000 AND 9224318015999999
ORDER BY id
LIMIT 5;

-- first check column "placed_time" of table "orders": column "placed_time" of table "orders" holds milliseconds that lie outside of what a timestamp takes. Give those rows a value that can be converted, or NULL, and run the migration again.
SELECT count(*) OVER () AS "offending rows", id, placed_time
FROM orders
WHERE placed_time NOT BETWEEN -210866803200000 AND 9224318015999999
ORDER BY id
LIMIT 5;

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

-- READS_AND_WRITES: ACCESS EXCLUSIVE
ALTER TABLE orders RENAME COLUMN paid_time TO paid_at;

-- READS_AND_WRITES: ACCESS EXCLUSIVE
ALTER TABLE orders RENAME COLUMN placed_time TO placed_at;
