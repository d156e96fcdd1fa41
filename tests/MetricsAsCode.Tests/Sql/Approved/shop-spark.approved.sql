-- No test has run these statements on Spark: compare a few numbers with another engine before you rely on them.
-- Each statement gives one row for each stretch of time p that has rows. A count or sum without a row is 0, every other number has no value then; where a column
-- ..._over is true, the number has none either. Formulas over several columns are what the definitions say.
-- Parameters are computed by the calendar of the product:
--   :over_previous_from_us, :over_previous_to_us, :over_previous_from_day, :over_previous_to_day: the period `over previous`
--   :period_from_us, :period_to_us, :period_from_day, :period_to_day: the period asked for
--   :as_of_us: the as-of in microseconds: later rows do not count
--   :zone_dates_from, :zone_dates_to, :zone_dates_shift_us: instants at which instant + shift is the local time as UTC counts it; one row for each change of the product's zone
--   :zone_days_from, :zone_days_to, :zone_days_shift_us: local days (since 1970-01-01) whose first instant is day * 86400000000 - shift; one row for each change of the product's zone
--   ..._us are microseconds since 1970-01-01T00:00Z: the first instant of a stretch, and the first behind it or the as-of if that is earlier; ..._day the same in days.

-- revenue = sum(orders.amount where paid)
-- mean_amount = revenue / count(orders where paid)
-- paid_rate = checkout.rate
-- a0: sum and count of amount, where f0
-- a1: rows, where f0
-- a3: set of customer_id, where f1 and f2
-- a4: set of customer_id, where f1
-- a5: sum and count of customer_id is known, where f3
-- f0: paid
-- f1: window closed
-- f2: steps within 1 day >= 2
-- f3: not window closed
-- p = 0: the period asked for
WITH stretches(p, from_us, to_us, from_day, to_day) AS (
  VALUES
    (0, :period_from_us, :period_to_us, :period_from_day, :period_to_day)
),
orders_with_closed_0 AS (
  SELECT r.*, coalesce(unix_micros(r.placed_at) + 86400000000 <= :as_of_us, FALSE) AS closed_0
  FROM `orders` AS r
),
step_0 AS (
  SELECT e, t, r FROM (
    SELECT r.customer_id AS e, unix_micros(r.placed_at) AS t, row_number() OVER (ORDER BY r.order_id NULLS LAST) AS r, coalesce(r.customer_id IS NOT NULL AND unix_micros(r.placed_at) IS NOT NULL AND coalesce(unix_micros(r.placed_at) < :as_of_us, TRUE), FALSE) AS is_step
    FROM `orders` AS r
  ) AS steps WHERE is_step
),
chain_0 AS (
  SELECT e, t AS t0, r AS r0 FROM step_0
),
step_1 AS (
  SELECT e, t, r FROM (
    SELECT r.customer_id AS e, unix_micros(r.placed_at) AS t, row_number() OVER (ORDER BY r.order_id NULLS LAST) AS r, coalesce(r.`paid` AND r.customer_id IS NOT NULL AND unix_micros(r.placed_at) IS NOT NULL AND coalesce(unix_micros(r.placed_at) < :as_of_us, TRUE), FALSE) AS is_step
    FROM `orders` AS r
  ) AS steps WHERE is_step
),
chain_1 AS (
  SELECT e, t0, r0, t1, r1
  FROM (
    SELECT c.*, s.t AS t1, s.r AS r1, row_number() OVER (PARTITION BY c.r0 ORDER BY s.t, s.r) AS place
    FROM chain_0 AS c
    LEFT JOIN step_1 AS s ON s.e = c.e AND s.t >= c.t0 AND s.t - c.t0 <= 86400000000 AND s.r <> c.r0
  ) AS found
  WHERE place = 1
),
orders_with_depth_1 AS (
  SELECT r.*, (CASE WHEN c.t0 IS NULL THEN 0 ELSE 1 END) + (CASE WHEN c.t1 IS NULL THEN 0 ELSE 1 END) AS depth_1
  FROM (
    SELECT r.*, row_number() OVER (ORDER BY r.order_id NULLS LAST) AS place_depth_1
    FROM orders_with_closed_0 AS r
  ) AS r
  LEFT JOIN chain_1 AS c ON c.r0 = r.place_depth_1
),
orders_rows AS (
  SELECT w.p,
    r.`paid` AS f0,
    r.`amount` AS a0_v,
    r.closed_0 AS f1,
    (r.depth_1 >= 2) AS f2,
    r.customer_id AS a3_v,
    (NOT r.closed_0) AS f3,
    (CASE WHEN r.customer_id IS NOT NULL THEN 1 END) AS a5_v
  FROM orders_with_depth_1 AS r
  JOIN stretches AS w ON unix_micros(r.placed_at) >= w.from_us AND unix_micros(r.placed_at) < w.to_us
)
SELECT p,
  count(a0_v) FILTER (WHERE f0) AS a0_n,
  sum(a0_v) FILTER (WHERE f0) AS a0_sum,
  count(*) FILTER (WHERE f0) AS a1_n,
  count(a3_v) FILTER (WHERE f1 AND f2) AS a3_n,
  count(DISTINCT a3_v) FILTER (WHERE f1 AND f2) AS a3_distinct,
  count(a3_v) FILTER (WHERE f1) AS a4_n,
  count(DISTINCT a3_v) FILTER (WHERE f1) AS a4_distinct,
  count(a5_v) FILTER (WHERE f3) AS a5_n
FROM orders_rows
GROUP BY p;

-- retention = joiners.retained(days 1..30)
-- a6: rows, where f4
-- a7: rows, where f4 and f5
-- a8: rows, where f6
-- f4: day 30 is over
-- f5: day 1..30 is with a return
-- f6: not day 30 is over
-- p = 0: the period asked for
WITH stretches(p, from_us, to_us, from_day, to_day) AS (
  VALUES
    (0, :period_from_us, :period_to_us, :period_from_day, :period_to_day)
),
zone_dates AS (
  SELECT array(:zone_dates_from) AS begins, array(:zone_dates_shift_us) AS shifts
),
customers_with_mature_2 AS (
  SELECT r.*, coalesce(unix_date(r.joined_on) + 30 < (((:as_of_us + try_element_at((SELECT shifts FROM zone_dates), size(filter((SELECT begins FROM zone_dates), b -> b <= :as_of_us)))) - (((:as_of_us + try_element_at((SELECT shifts FROM zone_dates), size(filter((SELECT begins FROM zone_dates), b -> b <= :as_of_us)))) % 86400000000) + 86400000000) % 86400000000) DIV 86400000000), FALSE) AS mature_2
  FROM `customers` AS r
),
returns AS (
  SELECT DISTINCT e, d AS u FROM (
    SELECT r.customer_id AS e, (((unix_micros(r.placed_at) + try_element_at((SELECT shifts FROM zone_dates), size(filter((SELECT begins FROM zone_dates), b -> b <= unix_micros(r.placed_at))))) - (((unix_micros(r.placed_at) + try_element_at((SELECT shifts FROM zone_dates), size(filter((SELECT begins FROM zone_dates), b -> b <= unix_micros(r.placed_at))))) % 86400000000) + 86400000000) % 86400000000) DIV 86400000000) AS d, coalesce(r.customer_id IS NOT NULL AND (((unix_micros(r.placed_at) + try_element_at((SELECT shifts FROM zone_dates), size(filter((SELECT begins FROM zone_dates), b -> b <= unix_micros(r.placed_at))))) - (((unix_micros(r.placed_at) + try_element_at((SELECT shifts FROM zone_dates), size(filter((SELECT begins FROM zone_dates), b -> b <= unix_micros(r.placed_at))))) % 86400000000) + 86400000000) % 86400000000) DIV 86400000000) IS NOT NULL AND coalesce(unix_micros(r.placed_at) < :as_of_us, TRUE), FALSE) AS is_return
    FROM `orders` AS r
  ) AS came WHERE is_return
),
zone_days AS (
  SELECT array(:zone_days_from) AS begins, array(:zone_days_shift_us) AS shifts
),
customers_with_returned_3 AS (
  SELECT r.*, r.is_start_returned_3 AND exists(s.units, u -> coalesce(u >= r.day_returned_3 + 1 AND u <= r.day_returned_3 + 30, FALSE)) AS returned_3
  FROM (
    SELECT r.*, r.customer_id AS who_returned_3, unix_date(r.joined_on) AS day_returned_3, coalesce(r.customer_id IS NOT NULL AND unix_date(r.joined_on) IS NOT NULL AND coalesce((unix_date(r.joined_on) * 86400000000 - try_element_at((SELECT shifts FROM zone_days), size(filter((SELECT begins FROM zone_days), b -> b <= unix_date(r.joined_on))))) < :as_of_us, TRUE), FALSE) AS is_start_returned_3
    FROM customers_with_mature_2 AS r
  ) AS r
  LEFT JOIN (SELECT e, collect_list(u) AS units FROM returns GROUP BY e) AS s ON s.e = r.who_returned_3
),
customers_rows AS (
  SELECT w.p,
    r.mature_2 AS f4,
    r.returned_3 AS f5,
    (NOT r.mature_2) AS f6
  FROM customers_with_returned_3 AS r
  JOIN stretches AS w ON unix_date(r.joined_on) >= w.from_day AND unix_date(r.joined_on) < w.to_day
)
SELECT p,
  count(*) FILTER (WHERE f4) AS a6_n,
  count(*) FILTER (WHERE f4 AND f5) AS a7_n,
  count(*) FILTER (WHERE f6) AS a8_n
FROM customers_rows
GROUP BY p;

-- kept = size(set(orders.customer_id) over previous intersect set(orders.customer_id))
WITH over_previous(p, from_us, to_us, from_day, to_day) AS (
  VALUES
    (0, :over_previous_from_us, :over_previous_to_us, :over_previous_from_day, :over_previous_to_day)
),
orders_rows AS (
  SELECT w.p,
    r.customer_id AS member
  FROM `orders` AS r
  JOIN over_previous AS w ON unix_micros(r.placed_at) >= w.from_us AND unix_micros(r.placed_at) < w.to_us
),
orders_set AS (
  SELECT DISTINCT p, member AS member
  FROM orders_rows
  WHERE member IS NOT NULL
),
stretches(p, from_us, to_us, from_day, to_day) AS (
  VALUES
    (0, :period_from_us, :period_to_us, :period_from_day, :period_to_day)
),
orders_rows_2 AS (
  SELECT w.p,
    r.customer_id AS member
  FROM `orders` AS r
  JOIN stretches AS w ON unix_micros(r.placed_at) >= w.from_us AND unix_micros(r.placed_at) < w.to_us
),
orders_set_2 AS (
  SELECT DISTINCT p, member AS member
  FROM orders_rows_2
  WHERE member IS NOT NULL
),
members AS (
  SELECT p, member FROM orders_set
  INTERSECT
  SELECT p, member FROM orders_set_2
)
SELECT p,
  count(*) AS size
FROM members
GROUP BY p;
