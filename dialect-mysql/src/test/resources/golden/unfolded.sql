-- create index "ix_orders_state" on "orders"
-- lock: exclusive metadata lock at the start and at the end (INPLACE)
-- done when: INDEX orders.ix_orders_state is there
CREATE INDEX ix_orders_state ON orders (state);

-- alter table "customers": add column "note"
-- lock: exclusive metadata lock for a moment (INSTANT)
-- done when: COLUMN customers.note is there
ALTER TABLE customers ADD COLUMN note VARCHAR(10);

-- create index "ix_orders_note" on "orders"
-- lock: exclusive metadata lock at the start and at the end (INPLACE)
-- done when: INDEX orders.ix_orders_note is there
CREATE INDEX ix_orders_note ON orders (note);

-- update "orders"
-- lock: exclusive lock on each row until the statement ends
UPDATE orders
SET note = _utf8mb4 X'F09F9A80'
WHERE note IS NULL;

-- alter table "orders": rename column "note" to "remark"
-- lock: exclusive metadata lock for a moment (INSTANT)
-- done when: COLUMN orders.note is gone
ALTER TABLE orders RENAME COLUMN note TO remark;
