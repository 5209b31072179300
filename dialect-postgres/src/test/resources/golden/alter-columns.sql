-- WRITES: ROW EXCLUSIVE, and the rows that change
UPDATE customers
SET "user" = E'it''s C:\\me'
WHERE "user" IS NULL;

-- READS_AND_WRITES: ACCESS EXCLUSIVE; copies the rows
ALTER TABLE customers
    ALTER COLUMN name TYPE varchar(200),
    ALTER COLUMN name SET DEFAULT 'nobody',
    ALTER COLUMN "user" SET NOT NULL,
    ALTER COLUMN active DROP DEFAULT,
    ALTER COLUMN active DROP NOT NULL,
    ALTER COLUMN joined_at DROP DEFAULT,
    ALTER COLUMN joined_at TYPE timestamptz USING joined_at AT TIME ZONE 'UTC',
    ALTER COLUMN joined_at SET DEFAULT now();

-- READS_AND_WRITES: ACCESS EXCLUSIVE; copies the rows
ALTER TABLE orders
    ALTER COLUMN total TYPE numeric(14,2) USING coalesce(total::numeric(14,2), 0),
    ALTER COLUMN total SET NOT NULL,
    ALTER COLUMN notes TYPE json USING to_json(notes);

-- WRITES: ROW EXCLUSIVE, and the rows that change
UPDATE customers
SET joined_at = now()
WHERE joined_at IS NULL;
