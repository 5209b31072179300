-- check: look for values of "placed_at" that cannot be converted
SELECT COUNT(*) OVER () AS `offending rows`, id, CAST(placed_at AS CHAR) AS placed_at
FROM orders
WHERE placed_at < TIMESTAMP'0001-01-01 00:00:00'
    OR (placed_at IS NOT NULL AND FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', placed_at) * 0.001) IS NULL)
ORDER BY id
LIMIT 5;

-- alter table "orders": add column "placed_time"
-- lock: exclusive metadata lock for a moment (INSTANT)
-- done when: COLUMN orders.placed_time is there
ALTER TABLE orders ADD COLUMN placed_time BIGINT NULL AFTER placed_at;

-- fill "placed_time" of "orders"
-- lock: exclusive lock on each row until the statement ends
UPDATE orders
SET placed_time = IF(placed_at IS NULL, @aludel_run_time_millis, FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', placed_at) * 0.001));

-- check: look for rows of "orders" that were written during the conversion
SELECT COUNT(*) OVER () AS `offending rows`, id, CAST(placed_at AS CHAR) AS placed_at, CAST(placed_time AS CHAR) AS placed_time
FROM orders
WHERE NOT IF(placed_at IS NULL, placed_time IS NOT NULL, placed_time <=> FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', placed_at) * 0.001))
ORDER BY id
LIMIT 5;

-- alter table "orders": drop index "ix_orders_placed_at", drop index "ix_orders_customer_id", drop column "placed_at", redefine column "placed_time", add index "ix_orders_placed_at", add index "ix_orders_customer_id"
-- lock: exclusive metadata lock at the start and at the end (INPLACE with a rebuild)
-- done when: COLUMN orders.placed_at is gone
ALTER TABLE orders
    DROP INDEX ix_orders_placed_at,
    DROP INDEX ix_orders_customer_id,
    DROP COLUMN placed_at,
    MODIFY COLUMN placed_time BIGINT NOT NULL,
    ADD INDEX ix_orders_placed_at (placed_time),
    ADD INDEX ix_orders_customer_id (customer_id, placed_time);
