-- One order gets another state;
UPDATE orders SET state = 'from a file' WHERE id = 10;

/* that's all; */
