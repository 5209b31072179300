-- alter table "orders": add column "channel"
-- lock: exclusive metadata lock for a moment (INSTANT)
-- done when: COLUMN orders.channel is there
ALTER TABLE orders ADD COLUMN channel VARCHAR(10);

-- fill "note", "channel" of "orders"
-- lock: exclusive lock on each row until the statement ends
UPDATE orders
SET note = COALESCE(note, 'none'),
    channel = 'web';

-- alter table "orders": redefine column "customer_id", redefine column "note", redefine column "channel"
-- lock: exclusive metadata lock at the start and at the end (INPLACE with a rebuild)
ALTER TABLE orders
    MODIFY COLUMN customer_id BIGINT NULL,
    MODIFY COLUMN note VARCHAR(255) NOT NULL,
    MODIFY COLUMN channel VARCHAR(10) NOT NULL;
