-- READS_AND_WRITES: ACCESS EXCLUSIVE, ACCESS EXCLUSIVE on "customers"
ALTER TABLE orders
    DROP CONSTRAINT orders_customer_id_fkey,
    DROP CONSTRAINT orders_pkey,
    ADD PRIMARY KEY (id, customer_id),
    ADD CONSTRAINT orders_total_id_key UNIQUE (total, id),
    ADD CONSTRAINT orders_total_check CHECK (total >= 0),
    ADD CONSTRAINT fk_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE;
