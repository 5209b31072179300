-- check: look for values of "placed_at" that cannot be converted
SELECT COUNT(*) OVER () AS `offending rows`, id, CAST(placed_at AS CHAR) AS placed_at
FROM orders
WHERE placed_at < TIMESTAMP'0001-01-01 00:00:00'
    OR (placed_at IS NOT NULL AND FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', placed_at) * 0.001) IS NULL)
ORDER BY id
LIMIT 5;

-- alter table "orders": add column "placed_at_converted"
-- lock: exclusive metadata lock for a moment (INSTANT)
-- done when: COLUMN orders.placed_at_converted is there
ALTER TABLE orders ADD COLUMN placed_at_converted BIGINT NULL AFTER placed_at;

-- fill "placed_at" of "orders"
-- lock: exclusive lock on each row until the statement ends
UPDATE orders
SET placed_at_converted = FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', placed_at) * 0.001);

-- check: look for rows of "orders" that were written during the conversion
SELECT COUNT(*) OVER () AS `offending rows`, id, CAST(placed_at AS CHAR) AS placed_at, CAST(placed_at_converted AS CHAR) AS placed_at_converted
FROM orders
WHERE NOT IF(placed_at IS NULL, placed_at_converted IS NULL, placed_at_converted <=> FLOOR(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', placed_at) * 0.001))
ORDER BY id
LIMIT 5;

-- alter table "orders": drop index "ix_orders_placed_at", drop index "ix_orders_customer_id", drop column "placed_at", rename column "placed_at_converted" to "placed_at", add index "ix_orders_placed_at", add index "ix_orders_customer_id"
-- lock: exclusive metadata lock at the start and at the end (INPLACE with a rebuild)
-- done when: COLUMN orders.placed_at_converted is gone
ALTER TABLE orders
    DROP INDEX ix_orders_placed_at,
    DROP INDEX ix_orders_customer_id,
    DROP COLUMN placed_at,
    RENAME COLUMN placed_at_converted TO placed_at,
    ADD INDEX ix_orders_placed_at (placed_at),
    ADD INDEX ix_orders_customer_id (customer_id, placed_at);
