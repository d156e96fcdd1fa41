CREATE TABLE customers (customer_id VARCHAR, country VARCHAR);
CREATE TABLE orders (
  order_id BIGINT, customer_id VARCHAR, placed_at TIMESTAMP, paid_at TIMESTAMPTZ, status VARCHAR, amount DOUBLE, discount DECIMAL(9, 3), tip DECIMAL(9, 2),
  rating INTEGER, is_gift INTEGER, wrapped_on TIMESTAMP, weight DECIMAL(5, 1), waited INTERVAL, Colour VARCHAR
);
