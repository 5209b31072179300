-- first check that "paid_at" of table "orders" are distinct: rows of table "orders" agree in "paid_at", which "ix_orders_paid" does not allow. Make them distinct before this revision.
SELECT count(*) OVER () AS "offending rows", id, paid_at
FROM orders
WHERE (paid_at IS NOT NULL)
  AND paid_at IN (
    SELECT paid_at
    FROM orders
    WHERE (paid_at IS NOT NULL) AND paid_at IS NOT NULL
    GROUP BY paid_at
    HAVING count(*) > 1)
ORDER BY paid_at, id
LIMIT 5;

-- NONE: SHARE UPDATE EXCLUSIVE; outside any transaction
-- where this finds something, it is cleared away first:
SELECT 1
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_class AS t ON t.oid = i.indrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.relnamespace
WHERE NOT i.indisvalid AND c.relname = 'ix_customers_joined' AND t.relname = 'customers' AND n.nspname = current_schema();
DROP INDEX CONCURRENTLY ix_customers_joined;
CREATE INDEX CONCURRENTLY ix_customers_joined ON customers (joined_at);

-- NONE: SHARE UPDATE EXCLUSIVE; outside any transaction
-- where this finds something, it is cleared away first:
SELECT 1
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_class AS t ON t.oid = i.indrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.relnamespace
WHERE NOT i.indisvalid AND c.relname = 'ix_orders_paid' AND t.relname = 'orders' AND n.nspname = current_schema();
DROP INDEX CONCURRENTLY ix_orders_paid;
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ix_orders_paid ON orders (paid_at) WHERE paid_at IS NOT NULL;

-- NONE: SHARE UPDATE EXCLUSIVE; outside any transaction
DROP INDEX CONCURRENTLY ix_orders_total;

-- NONE: SHARE UPDATE EXCLUSIVE; outside any transaction
DROP INDEX CONCURRENTLY IF EXISTS ix_orders_gone;
