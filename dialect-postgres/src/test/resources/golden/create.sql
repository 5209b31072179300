-- NONE: none
CREATE TABLE customers (
    id integer NOT NULL,
    name varchar(100) NOT NULL,
    "user" varchar,
    active boolean DEFAULT TRUE NOT NULL,
    joined_at timestamp DEFAULT (now() AT TIME ZONE 'UTC'),
    PRIMARY KEY (id),
    CONSTRAINT customers_name_key UNIQUE (name)
);

-- WRITES: SHARE ROW EXCLUSIVE on "customers"
CREATE TABLE orders (
    id integer NOT NULL,
    customer_id integer NOT NULL,
    total numeric(12,2),
    notes text,
    placed_at timestamp,
    paid_at timestamp,
    PRIMARY KEY (id),
    CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE
);

-- WRITES: SHARE
CREATE INDEX ix_orders_total ON orders (total);

-- WRITES: SHARE
CREATE UNIQUE INDEX ix_orders_open ON orders (placed_at, id DESC) WHERE paid_at IS NULL;
