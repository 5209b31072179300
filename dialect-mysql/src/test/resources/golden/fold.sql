-- check: check that table "orders" meets "ck_orders_quantity"
SELECT count(*) OVER () AS `offending rows`, id
FROM (SELECT id, customer_id, state, placed_at, note AS remark, 1 AS quantity FROM orders) AS orders
WHERE NOT (quantity > 0)
ORDER BY id
LIMIT 5;

-- alter table "orders": drop index "ix_orders_placed_at", redefine column "state", redefine column "note" as "remark", add column "quantity", rename index "ix_orders_customer_id" to "ix_orders_customer", add index "ix_orders_state", add constraint "ck_orders_quantity"
-- lock: shared lock while the rows are copied (COPY), then an exclusive metadata lock
-- done when: INDEX orders.ix_orders_placed_at is gone
ALTER TABLE orders
    DROP INDEX ix_orders_placed_at,
    MODIFY COLUMN state VARCHAR(40) NOT NULL DEFAULT 'new',
    CHANGE COLUMN note remark VARCHAR(255) NULL DEFAULT '-',
    ADD COLUMN quantity INT NOT NULL DEFAULT 1,
    RENAME INDEX ix_orders_customer_id TO ix_orders_customer,
    ADD INDEX ix_orders_state (state, placed_at DESC),
    ADD CONSTRAINT ck_orders_quantity CHECK (quantity > 0);
