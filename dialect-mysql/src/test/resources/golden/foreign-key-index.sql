-- alter table "orders": drop foreign key "orders_customer_id_fkey", drop index "ix_orders_customer_id", add constraint "aludel_renewal_21384311"
-- lock: shared lock while the rows are copied (COPY), then an exclusive metadata lock
-- done when: CONSTRAINT orders.orders_customer_id_fkey is gone
ALTER TABLE orders
    DROP FOREIGN KEY orders_customer_id_fkey,
    DROP INDEX ix_orders_customer_id,
    ADD CONSTRAINT aludel_renewal_21384311 FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE;

-- alter table "orders": drop foreign key "aludel_renewal_21384311", drop index "aludel_renewal_21384311", add constraint "orders_customer_id_fkey"
-- lock: shared lock while the rows are copied (COPY), then an exclusive metadata lock
-- done when: CONSTRAINT orders.aludel_renewal_21384311 is gone
ALTER TABLE orders
    DROP FOREIGN KEY aludel_renewal_21384311,
    DROP INDEX aludel_renewal_21384311,
    ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE;
