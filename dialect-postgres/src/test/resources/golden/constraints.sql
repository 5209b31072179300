-- first check that "id", "customer_id" of table "orders" are distinct: rows of table "orders" agree in "id", "customer_id", which "orders_pkey" does not allow. Make them distinct before this revision.
SELECT count(*) OVER () AS "offending rows", id, customer_id
FROM orders
WHERE (id, customer_id) IN (
    SELECT id, customer_id
    FROM orders
    GROUP BY id, customer_id
    HAVING count(*) > 1)
ORDER BY id, customer_id
LIMIT 5;

-- first check that "total", "id" of table "orders" are distinct: rows of table "orders" agree in "total", "id", which "orders_total_id_key" does not allow. Make them distinct before this revision.
SELECT count(*) OVER () AS "offending rows", id, total
FROM orders
WHERE (total, id) IN (
    SELECT total, id
    FROM orders
    WHERE total IS NOT NULL
    GROUP BY total, id
    HAVING count(*) > 1)
ORDER BY total, id
LIMIT 5;

-- first check that table "orders" meets "orders_total_check": rows of table "orders" do not meet "orders_total_check" (total >= 0). Correct them before this revision.
SELECT count(*) OVER () AS "offending rows", id
FROM orders
WHERE NOT (total >= 0)
ORDER BY id
LIMIT 5;

-- first check the rows that "fk_customer" of table "orders" refers to: rows of table "orders" refer by "customer_id" to rows that table "customers" doesn't have. Correct them before this revision adds foreign key "fk_customer".
SELECT count(*) OVER () AS "offending rows", id, customer_id
FROM orders AS child
WHERE child.customer_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM customers AS parent WHERE parent.id = child.customer_id)
ORDER BY id
LIMIT 5;

-- NONE: none
DO $aludel$
BEGIN
    PERFORM set_config('maintenance_work_mem', '256MB', true)
    WHERE pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes('256MB');
END
$aludel$;

-- READS_AND_WRITES: ACCESS EXCLUSIVE, ACCESS EXCLUSIVE on "customers"
ALTER TABLE orders
    DROP CONSTRAINT orders_customer_id_fkey,
    DROP CONSTRAINT orders_pkey,
    ADD PRIMARY KEY (id, customer_id),
    ADD CONSTRAINT orders_total_id_key UNIQUE (total, id),
    ADD CONSTRAINT orders_total_check CHECK (total >= 0),
    ADD CONSTRAINT fk_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE;
