-- alter table "orders": drop index "ix_orders_customer_id", add index "ix_orders_state", add index "ix_orders_customer_state"
-- lock: exclusive metadata lock at the start and at the end (INPLACE)
-- done when: INDEX orders.ix_orders_customer_id is gone
ALTER TABLE orders
    DROP INDEX ix_orders_customer_id,
    ADD INDEX ix_orders_state (state),
    ADD INDEX ix_orders_customer_state (customer_id, state);

-- alter table "customers": add column "note", add index "ix_customers_id"
-- lock: exclusive metadata lock at the start and at the end (INPLACE with a rebuild)
-- done when: COLUMN customers.note is there
ALTER TABLE customers
    ADD COLUMN note VARCHAR(10),
    ADD INDEX ix_customers_id (id);

-- create index "ix_orders_note" on "orders"
-- lock: exclusive metadata lock at the start and at the end (INPLACE)
-- done when: INDEX orders.ix_orders_note is there
CREATE INDEX ix_orders_note ON orders (note);
