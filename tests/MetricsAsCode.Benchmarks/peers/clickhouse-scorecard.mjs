// The scorecard of 60 metrics for ClickHouse, in as few queries as its kinds of metrics allow: plain aggregates with sets by month, customers by day, per customer, the funnel,
// who comes back, and a query for each breakdown.
const SIMPLE = `count() AS order_count, countIf(status = 'delivered') AS delivered_count, countIf(status = 'cancelled') AS cancelled_count, countIf(status = 'returned') AS returned_count,
  countIf(status = 'placed') AS open_count, countIf(channel = 'app') AS app_count, countIf(channel = 'web') AS web_count, countIf(channel = 'store') AS store_count,
  countIf(rating > 0) AS rated_count, countIf(cents >= 50000) AS large_count, sum(cents) / 100 AS gross, sumIf(cents, status = 'delivered') / 100 AS revenue,
  sumIf(cents, status = 'delivered' AND channel = 'app') / 100 AS app_revenue, sumIf(cents, status = 'delivered' AND channel = 'web') / 100 AS web_revenue,
  sumIf(cents, status = 'returned') / 100 AS returned_value, sumIf(cents, status = 'cancelled') / 100 AS cancelled_value,
  sumIf(cents, status = 'delivered' AND cents >= 50000) / 100 AS large_revenue, sum(rating) AS rating_points, cancelled_count / order_count AS cancel_rate,
  returned_count / (delivered_count + returned_count) AS return_rate, app_revenue / revenue AS app_share, web_revenue / revenue AS web_share, revenue / delivered_count AS average_order,
  countIf(rating >= 4) / rated_count AS csat, returned_value / gross AS returned_part, large_revenue / revenue AS large_share, gross / order_count AS mean_amount,
  rating_points / rated_count AS mean_rating, min(cents) / 100 AS smallest, max(cents) / 100 AS largest, stddevSamp(cents) / 100 AS spread, uniqExact(city) AS city_count,
  quantilesExactInclusive(0.5, 0.9)(cents) AS q, quantileExactInclusiveIf(0.99)(cents, status = 'delivered') / 100 AS p99_delivered`;

const NAMES = `order_count delivered_count cancelled_count returned_count open_count app_count web_count store_count rated_count large_count gross revenue app_revenue web_revenue returned_value
  cancelled_value large_revenue rating_points cancel_rate return_rate app_share web_share average_order csat returned_part large_share mean_amount mean_rating smallest largest spread
  city_count p99_delivered`.split(/\s+/).join(", ");

const SETS = `groupBitmapState(customer_id) AS buyers, groupBitmapStateIf(customer_id, channel = 'app') AS app_buyers, groupBitmapStateIf(customer_id, channel = 'web') AS web_buyers,
  groupBitmapIf(customer_id, status = 'delivered') AS delivered_buyers, groupBitmapIf(customer_id, rating IN (1, 2)) AS unhappy_buyers,
  groupBitmapIf(customer_id, day > toLastDayOfMonth(day) - 28) AS buyers_28`;

// Months are twelve rows here, so that windows over them cost nothing.
const MONTHS = `SELECT month, ${NAMES}, q[1] / 100 AS median_amount, q[2] / 100 AS p90_amount, delivered_buyers, unhappy_buyers, buyers_28,
  bitmapCardinality(buyers) AS active_buyers, bitmapCardinality(app_buyers) AS app_buyer_count, bitmapCardinality(web_buyers) AS web_buyer_count,
  if(month = 1, NULL, revenue / lagInFrame(revenue) OVER w - 1) AS growth, revenue / active_buyers AS revenue_per_buyer,
  bitmapAndCardinality(buyers, lagInFrame(buyers) OVER w) AS kept, lagInFrame(bitmapCardinality(buyers)) OVER w AS past,
  if(month = 1, NULL, (past - kept) / past) AS churn_rate, if(month = 1, NULL, kept / past) AS retention_rate,
  lagInFrame(bitmapCardinality(app_buyers)) OVER w AS app_past,
  if(month = 1, NULL, (app_past - bitmapAndCardinality(app_buyers, lagInFrame(app_buyers) OVER w)) / app_past) AS app_churn,
  groupBitmapMergeState(buyers) OVER (ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before,
  bitmapAndnotCardinality(buyers, before) AS new_buyers, new_buyers / active_buyers AS new_share, active_buyers - new_buyers - kept AS back_buyers,
  bitmapAndCardinality(app_buyers, web_buyers) AS both_channels, app_buyer_count - both_channels AS app_only
  FROM (SELECT month, ${SIMPLE}, ${SETS} FROM orders GROUP BY month) WINDOW w AS (ORDER BY month ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)`;

const SHOWN = `SELECT * EXCEPT (kept, past, app_past, before) FROM (${MONTHS})`;

const DAYS = customers => `SELECT month, avg(n) / bitmapCardinality(groupBitmapMergeState(b)) AS stickiness FROM (SELECT month, day, ${customers} FROM orders GROUP BY month, day) GROUP BY month`;

const PER_CUSTOMER = `SELECT month, sum(n) / count() AS orders_per_buyer, countIf(n >= 2) / count() AS repeat_share, quantileExactInclusive(0.5)(s) / 100 AS median_spend
  FROM (SELECT month, customer_id, count() AS n, sum(cents) AS s FROM orders GROUP BY month, customer_id) GROUP BY month`;

// An order of a month's first week can follow an entry of the month before: it stands in both.
const PATH = `SELECT month, countIf(level >= 1) AS \`path_entered\`, countIf(level >= 2) / path_entered AS path_app, countIf(level >= 3) AS path_store, path_store / path_entered AS path_rate
  FROM (SELECT customer_id, m AS month, windowFunnel(604800)(placed_at, channel = 'web' AND orders.month = m, channel = 'app', channel = 'store') AS level
    FROM orders ARRAY JOIN if(toDayOfMonth(day) <= 7 AND month > 1 AND channel != 'web', [month, month - 1], [month]) AS m WHERE channel IN ('web', 'app', 'store') GROUP BY customer_id, m)
  GROUP BY month`;

const RETAINED = `SELECT toMonth(toDateTime(t[1], 'UTC')) AS month, countIf(length(t) = 2 AND t[2] - t[1] <= 2592000) / count() AS retained_30
  FROM (SELECT groupArraySorted(2)(toUInt32(placed_at)) AS t FROM orders GROUP BY customer_id) GROUP BY month`;

const BY = dimension => `SELECT ${dimension}, count() AS order_count, sumIf(cents, status = 'delivered') / 100 AS revenue, countIf(status = 'cancelled') / order_count AS cancel_rate,
  revenue / countIf(status = 'delivered') AS average_order, countIf(rating >= 4) / countIf(rating > 0) AS csat, groupBitmap(customer_id) AS active_buyers,
  quantileExactInclusive(0.5)(cents) / 100 AS median_amount FROM orders WHERE month = 12 GROUP BY ${dimension}`;

const OTHERS = [["monthly", PER_CUSTOMER], ["monthly", PATH], ["monthly", RETAINED], ["grouped", BY("channel"), "channel"], ["grouped", BY("city"), "city"]];

// Without bitmaps: what a customer did in a month as one row, and the months of a customer as the bits of a number.
const CELLS = `SELECT month, count() AS active_buyers, countIf(app) AS app_buyer_count, countIf(web) AS web_buyer_count, countIf(delivered) AS delivered_buyers, countIf(unhappy) AS unhappy_buyers,
  countIf(late) AS buyers_28, countIf(app AND web) AS both_channels, countIf(app AND NOT web) AS app_only, sum(n) / count() AS orders_per_buyer, countIf(n >= 2) / count() AS repeat_share,
  quantileExactInclusive(0.5)(s) / 100 AS median_spend
  FROM (SELECT month, customer_id, count() AS n, sum(cents) AS s, max(channel = 'app') AS app, max(channel = 'web') AS web, max(status = 'delivered') AS delivered, max(rating IN (1, 2)) AS unhappy,
    max(day > toLastDayOfMonth(day) - 28) AS late FROM orders GROUP BY month, customer_id) GROUP BY month`;

const BITS = `SELECT i AS month, sumIf(n, bitTest(m, i - 1)) AS past, sumIf(n, bitTest(m, i - 1) AND bitTest(m, i)) AS kept, sumIf(n, bitTest(a, i - 1)) AS app_past,
  sumIf(n, bitTest(a, i - 1) AND bitTest(a, i)) AS app_kept, sumIf(n, bitAnd(m, bitShiftLeft(toUInt16(2), i) - 1) = bitShiftLeft(toUInt16(1), i)) AS new_buyers
  FROM (SELECT m, a, count() AS n FROM (SELECT groupBitOr(bitShiftLeft(toUInt16(1), month)) AS m, groupBitOr(if(channel = 'app', bitShiftLeft(toUInt16(1), month), 0)) AS a FROM orders GROUP BY customer_id)
    GROUP BY m, a) ARRAY JOIN range(1, 13) AS i GROUP BY i`;

const DAILY = "SELECT month, avg(n) AS daily FROM (SELECT month, day, uniqExact(customer_id) AS n FROM orders GROUP BY month, day) GROUP BY month";

const JOINED = cells => `SELECT * EXCEPT (past, kept, app_past, app_kept, daily, q), q[1] / 100 AS median_amount, q[2] / 100 AS p90_amount, revenue / active_buyers AS revenue_per_buyer,
  if(month = 1, NULL, revenue / lagInFrame(revenue) OVER (ORDER BY month ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) - 1) AS growth, if(month = 1, NULL, (past - kept) / past) AS churn_rate,
  if(month = 1, NULL, kept / past) AS retention_rate, if(month = 1, NULL, (app_past - app_kept) / app_past) AS app_churn, new_buyers / active_buyers AS new_share,
  active_buyers - new_buyers - kept AS back_buyers, daily / active_buyers AS stickiness
  FROM (SELECT month, ${SIMPLE} FROM orders GROUP BY month) AS plain INNER JOIN (${cells}) AS cells USING month INNER JOIN (${BITS}) AS bits USING month INNER JOIN (${DAILY}) AS days USING month`;

export const scorecard = {
  cells: [["monthly", JOINED(CELLS)], ...OTHERS.slice(1)],
  bitmaps: [["monthly", SHOWN], ["monthly", DAYS("groupBitmapState(customer_id) AS b, bitmapCardinality(b) AS n")], ...OTHERS],
};
