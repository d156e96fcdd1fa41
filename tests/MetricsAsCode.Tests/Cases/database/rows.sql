CREATE TABLE customers (customer_id VARCHAR, country VARCHAR, referred_by VARCHAR);
INSERT INTO customers VALUES ('ann', 'NO', NULL), ('bob', NULL, 'ann'), ('bob', NULL, 'zoe');
CREATE TABLE goods (product_id INTEGER, sold BOOLEAN);
INSERT INTO goods VALUES (1, true), (2, true), (3, false);
CREATE VIEW products AS SELECT product_id FROM goods WHERE sold;
CREATE TABLE orders (
  order_id INTEGER, product_id INTEGER, customer_id VARCHAR, placed_on DATE, paid_at TIMESTAMP, status VARCHAR COLLATE NOCASE, rating INTEGER, weight DOUBLE, amount DECIMAL(38, 2), coupon VARCHAR
);
INSERT INTO orders VALUES
  (1, 1, 'ann', DATE '2026-03-01', NULL, 'placed', 5, 1, 1, NULL),
  (1, 2, 'ann', DATE '10000-01-01', TIMESTAMP 'infinity', 'Placed', 6, 'nan', 123456789012345678.00, NULL),
  (1, 2, 'ann', DATE '2026-03-01', NULL, 'delivered', 0, 2, 1, NULL),
  (2, 3, 'eve', DATE '2026-03-01', NULL, 'lost', NULL, NULL, 1, NULL);
CREATE TABLE states (name VARCHAR, since DATE, until DATE);
INSERT INTO states VALUES
  ('a', DATE '2026-01-01', DATE '2026-02-01'), ('a', DATE '2026-02-01', NULL),
  ('b', DATE '2026-01-01', NULL), ('b', DATE '2026-02-01', DATE '2026-03-01');
CREATE TABLE visits (channel VARCHAR);
INSERT INTO visits VALUES ('web'), ('app'), ('shop'), (NULL);
