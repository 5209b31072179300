-- create table "order"
-- lock: none
-- done when: TABLE order.order is there
CREATE TABLE `order` (
    id BIGINT NOT NULL,
    parent BIGINT,
    `rank` INT NOT NULL DEFAULT 0,
    price DECIMAL(12,2) NOT NULL,
    paid BOOLEAN NOT NULL DEFAULT FALSE,
    name VARCHAR(40) DEFAULT 'it''s',
    path VARCHAR(40) DEFAULT _utf8mb4 X'433A5C',
    note TEXT DEFAULT ('-'),
    extras JSON DEFAULT ('{}'),
    at DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (id),
    CONSTRAINT order_parent_fkey FOREIGN KEY (parent) REFERENCES `order` (id) ON DELETE CASCADE,
    CONSTRAINT order_name_key UNIQUE (name),
    CONSTRAINT ck_order_price CHECK (price >= 0),
    INDEX ix_order_at (at, `rank`)
);
