// The scorecard of 60 metrics for DuckDB: plain aggregates by month, customers by month and day, per customer with the sets, the funnel, who comes back, and a query for each breakdown.
const SIMPLE = `count(*) AS order_count, count(*) FILTER (status = 'delivered') AS delivered_count, count(*) FILTER (status = 'cancelled') AS cancelled_count,
  count(*) FILTER (status = 'returned') AS returned_count, count(*) FILTER (status = 'placed') AS open_count, count(*) FILTER (channel = 'app') AS app_count,
  count(*) FILTER (channel = 'web') AS web_count, count(*) FILTER (channel = 'store') AS store_count, count(rating) AS rated_count, count(*) FILTER (amount >= 500) AS large_count,
  sum(amount) AS gross, sum(amount) FILTER (status = 'delivered') AS revenue, sum(amount) FILTER (status = 'delivered' AND channel = 'app') AS app_revenue,
  sum(amount) FILTER (status = 'delivered' AND channel = 'web') AS web_revenue, sum(amount) FILTER (status = 'returned') AS returned_value,
  sum(amount) FILTER (status = 'cancelled') AS cancelled_value, sum(amount) FILTER (status = 'delivered' AND amount >= 500) AS large_revenue, sum(rating)::BIGINT AS rating_points,
  cancelled_count / order_count AS cancel_rate, returned_count / (delivered_count + returned_count) AS return_rate, app_revenue / revenue AS app_share, web_revenue / revenue AS web_share,
  revenue / delivered_count AS average_order, count(*) FILTER (rating >= 4) / rated_count AS csat, returned_value / gross AS returned_part, large_revenue / revenue AS large_share,
  gross / order_count AS mean_amount, rating_points / rated_count AS mean_rating, min(amount) AS smallest, max(amount) AS largest, stddev_samp(amount) AS spread,
  count(DISTINCT city) AS city_count, quantile_cont(amount, [0.5, 0.9]) AS q, quantile_cont(amount, 0.99) FILTER (status = 'delivered') AS p99_delivered`;

const PLAIN = `SELECT * EXCLUDE q, q[1] AS median_amount, q[2] AS p90_amount, revenue / lag(revenue) OVER (ORDER BY month) - 1 AS growth FROM (SELECT month, ${SIMPLE} FROM orders GROUP BY month)`;

// One row for a customer and month: what the customer did there, what is spent, and by windows whether it was there before.
const CELLS = `SELECT month, customer_id, count(*) AS n, sum(amount) AS s, bool_or(status = 'delivered') AS delivered, bool_or(channel = 'app') AS app, bool_or(channel = 'web') AS web,
  coalesce(bool_or(rating <= 2), false) AS unhappy, bool_or(day > last_day(day) - 28) AS late FROM orders GROUP BY month, customer_id`;

const CUSTOMERS = days => `WITH cells AS MATERIALIZED (${CELLS}), masks AS MATERIALIZED (SELECT customer_id, bit_or(1::INTEGER << month::INTEGER) AS m, coalesce(bit_or(1::INTEGER << month::INTEGER) FILTER (app), 0) AS a FROM cells GROUP BY customer_id),
  sets AS (SELECT i AS month, sum(n) FILTER ((m >> (i - 1)) & 1 = 1)::BIGINT AS past, sum(n) FILTER ((m >> (i - 1)) & 3 = 3)::BIGINT AS kept, sum(n) FILTER ((a >> (i - 1)) & 1 = 1)::BIGINT AS app_past,
    sum(n) FILTER ((a >> (i - 1)) & 3 = 1)::BIGINT AS app_lost, sum(n) FILTER (m & ((1 << (i + 1)) - 1) = 1 << i)::BIGINT AS new_buyers
    FROM (SELECT m, a, count(*) AS n FROM masks GROUP BY m, a), (SELECT unnest(range(1, 13))::INTEGER AS i) GROUP BY i),
  tallies AS (SELECT month, count(*) AS active_buyers, count(*) FILTER (delivered) AS delivered_buyers, count(*) FILTER (app) AS app_buyer_count, count(*) FILTER (web) AS web_buyer_count,
    count(*) FILTER (unhappy) AS unhappy_buyers, count(*) FILTER (late) AS buyers_28, count(*) FILTER (app AND web) AS both_channels, count(*) FILTER (app AND NOT web) AS app_only,
    sum(n)::BIGINT / count(*) AS orders_per_buyer, count(*) FILTER (n >= 2) / count(*) AS repeat_share, median(s) AS median_spend FROM cells GROUP BY month)
  SELECT tallies.*, (past - kept) / past AS churn_rate, kept / past AS retention_rate, app_lost / app_past AS app_churn, new_buyers, new_buyers / active_buyers AS new_share,
    active_buyers - new_buyers - coalesce(kept, 0) AS back_buyers,
    daily / active_buyers AS stickiness FROM tallies JOIN sets USING (month) JOIN (${days}) AS days USING (month)`;

const DAYS = "SELECT month, avg(n) AS daily FROM (SELECT month, day, count(DISTINCT customer_id) AS n FROM orders GROUP BY month, day) GROUP BY month";
const PAIRS = "SELECT month, count(*) / count(DISTINCT day) AS daily FROM (SELECT DISTINCT month, day, customer_id FROM orders) GROUP BY month";

// For each entry the next row in the app, and the next in a store behind that.
const ORDER = "PARTITION BY customer_id ORDER BY second DESC, channel != 'store', channel != 'app'";
const NEXT = `SELECT month, count(*) AS path_entered, count(*) FILTER (level >= 2) / count(*) AS path_app, count(*) FILTER (level >= 3) AS path_store, count(*) FILTER (level >= 3) / count(*) AS path_rate
  FROM (SELECT month, customer_id, max(CASE WHEN via <= second + 604800 THEN 3 WHEN app <= second + 604800 THEN 2 ELSE 1 END) AS level
    FROM (SELECT month, customer_id, second, channel, app, min(CASE WHEN channel = 'app' THEN store END) OVER w AS via
      FROM (SELECT month, customer_id, second, channel, min(CASE WHEN channel = 'app' THEN second END) OVER w AS app, min(CASE WHEN channel = 'store' THEN second END) OVER w AS store
        FROM orders WHERE channel IN ('web', 'app', 'store') WINDOW w AS (${ORDER})) WINDOW w AS (${ORDER}))
    WHERE channel = 'web' GROUP BY month, customer_id) GROUP BY month`;

const RETAINED = `SELECT month(make_timestamp(t[1]::BIGINT * 1000000)) AS month, count(*) FILTER (t[2] - t[1] <= 2592000) / count(*) AS retained_30
  FROM (SELECT min(second, 2) AS t FROM orders GROUP BY customer_id) GROUP BY 1`;

const BY = dimension => `SELECT ${dimension}, count(*) AS order_count, sum(amount) FILTER (status = 'delivered') AS revenue, count(*) FILTER (status = 'cancelled') / order_count AS cancel_rate,
  revenue / count(*) FILTER (status = 'delivered') AS average_order, count(*) FILTER (rating >= 4) / count(rating) AS csat, count(DISTINCT customer_id) AS active_buyers,
  median(amount) AS median_amount FROM orders WHERE month = 12 GROUP BY ${dimension}`;

const parts = days => [
  ["monthly", `SELECT *, revenue / active_buyers AS revenue_per_buyer FROM (${PLAIN}) JOIN (${CUSTOMERS(days)}) USING (month)`], ["monthly", NEXT], ["monthly", RETAINED], ["grouped", BY("channel"), "channel"], ["grouped", BY("city"), "city"],
];

export const scorecard = { pairs: parts(PAIRS), distinct: parts(DAYS) };
