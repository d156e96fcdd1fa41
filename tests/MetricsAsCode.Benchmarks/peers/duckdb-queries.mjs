// The queries for DuckDB. Status, channel and city are enums, the amount lies as whole cents, the month and the day beside the time.
const STATUS = "'placed', 'delivered', 'cancelled', 'returned'";
const CHANNEL = "'app', 'web', 'store', 'marketplace', 'phone', 'partner'";
const CITIES = `London Paris Berlin Madrid Rome Milan Hamburg Vienna Warsaw Barcelona Munich Amsterdam Lisbon Prague Brussels Stockholm Copenhagen Dublin Zürich Budapest Oslo Helsinki Athens
  Kraków Lyon Marseille Naples Turin Valencia Porto Rotterdam Antwerp Leipzig Bordeaux Gothenburg Bilbao Aarhus Ghent Graz Bergen`.split(/\s+/);

export const enums = [
  `CREATE TYPE status AS ENUM (${STATUS})`, `CREATE TYPE channel AS ENUM (${CHANNEL})`, `CREATE TYPE city AS ENUM (${CITIES.map(c => `'${c}'`).join(", ")})`,
];

export const values = {
  customer_id: "customer_id", placed_at: "placed_at", second: "epoch(placed_at)::UINTEGER", day: "placed_at::DATE", month: "month(placed_at)::UTINYINT", status: "status", channel: "channel", city: "city",
  cents: "(amount * 100)::INTEGER", amount: "amount::DOUBLE", rating: "rating",
};

const NEEDS = { a: "status amount", b: "customer_id month", c: "month status channel amount rating", d: "customer_id month", e: "month amount", f: "customer_id second channel", g: "customer_id second", h: "customer_id second day month status channel city amount rating" };

export const columnsOf = cases => [...new Set(cases.flatMap(c => NEEDS[c].split(" ")))];

export const file = path => `read_csv('${path}', header = true, columns = {order_id: 'UINTEGER', customer_id: 'UINTEGER', placed_at: 'TIMESTAMP', status: 'status', channel: 'channel', city: 'city', amount: 'DECIMAL(9, 2)', rating: 'UTINYINT'})`;

export const filteredSum = {
  filter: "SELECT sum(amount) FILTER (status = 'delivered') AS revenue FROM orders",
  where: "SELECT sum(amount) AS revenue FROM orders WHERE status = 'delivered'",
};

const MONTHS = [...Array(12).keys()].map(i => i + 1);
const MASKS = "SELECT m, count(*) AS n FROM (SELECT bit_or(1::INTEGER << month::INTEGER) AS m FROM orders GROUP BY customer_id) GROUP BY m";

export const distinctByMonth = {
  distinct: "SELECT month, count(DISTINCT customer_id) AS active_buyers FROM orders GROUP BY month",
  twice: "SELECT month, count(*) AS active_buyers FROM (SELECT DISTINCT month, customer_id FROM orders) GROUP BY month",
  masks: `SELECT i AS month, sum(n) FILTER ((m >> i) & 1 = 1) AS active_buyers FROM (${MASKS}), (VALUES ${MONTHS.map(m => `(${m})`).join(", ")}) AS months(i) GROUP BY i`,
};

const TWELVE = `count(*) AS order_count, count(*) FILTER (status = 'delivered') AS delivered_count, count(*) FILTER (status = 'cancelled') AS cancelled_count,
  count(*) FILTER (status = 'returned') AS returned_count, sum(amount) AS gross, sum(amount) FILTER (status = 'delivered') AS revenue,
  sum(amount) FILTER (status = 'delivered' AND channel = 'app') AS app_revenue, sum(amount) FILTER (status = 'returned') AS returned_value,
  cancelled_count / order_count AS cancel_rate, app_revenue / revenue AS app_share, revenue / delivered_count AS average_order, count(*) FILTER (rating >= 4) / count(rating) AS csat`;

const CELLS = `SELECT month, sum(n) AS order_count, sum(n) FILTER (status = 'delivered') AS delivered_count, sum(n) FILTER (status = 'cancelled') AS cancelled_count,
  sum(n) FILTER (status = 'returned') AS returned_count, sum(s) AS gross, sum(s) FILTER (status = 'delivered') AS revenue,
  sum(s) FILTER (status = 'delivered' AND channel = 'app') AS app_revenue, sum(s) FILTER (status = 'returned') AS returned_value,
  cancelled_count / order_count AS cancel_rate, app_revenue / revenue AS app_share, revenue / delivered_count AS average_order, sum(n) FILTER (rating >= 4) / sum(n) FILTER (rating IS NOT NULL) AS csat
  FROM (SELECT month, status, channel, rating, count(*) AS n, sum(amount) AS s FROM orders GROUP BY ALL) GROUP BY month`;

export const twelve = { cells: CELLS, direct: `SELECT month, ${TWELVE} FROM orders GROUP BY month` };

export const fromFile = table => CELLS.replace('FROM orders', `FROM ${table}`);

export const churn = {
  masks: `SELECT i AS month, sum(n) FILTER ((m >> (i - 1)) & 3 = 1) / nullif(sum(n) FILTER ((m >> (i - 1)) & 1 = 1), 0) AS churn_rate
    FROM (${MASKS}), (VALUES ${MONTHS.map(m => `(${m})`).join(", ")}) AS months(i) GROUP BY i`,
  join: `WITH m AS MATERIALIZED (SELECT DISTINCT month, customer_id FROM orders)
    SELECT month, (past - kept) / past AS churn_rate FROM (SELECT month, lag(size) OVER (ORDER BY month) AS past, kept FROM (SELECT a.month, count(*) AS size, count(b.customer_id) AS kept
    FROM m AS a LEFT JOIN m AS b ON b.month = a.month - 1 AND b.customer_id = a.customer_id GROUP BY a.month))`,
};

export const percentiles = {
  list: "SELECT month, q[1] AS median_amount, q[2] AS p90_amount FROM (SELECT month, quantile_cont(amount, [0.5, 0.9]) AS q FROM orders GROUP BY month)",
  two: "SELECT month, median(amount) AS median_amount, quantile_cont(amount, 0.9) AS p90_amount FROM orders GROUP BY month",
};

const WEEK = 7 * 86400;
const REACHED = 'count(*) AS "path.entered", count(*) FILTER (level >= 2) AS "path.app.count", count(*) FILTER (level >= 3) AS "path.store.count"';
const ENTERED = "(SELECT DISTINCT customer_id FROM orders WHERE channel = 'web')";
export const funnel = {
  // Windows over each customer's rows instead of these joins took three to four times as long at every size.
  asof: `WITH app AS (SELECT a.customer_id, a.second, w.second AS start FROM (SELECT customer_id, second FROM orders WHERE channel = 'app') AS a
      ASOF JOIN (SELECT customer_id, second FROM orders WHERE channel = 'web') AS w ON a.customer_id = w.customer_id AND a.second >= w.second WHERE a.second <= w.second + ${WEEK}),
    store AS (SELECT DISTINCT s.customer_id FROM (SELECT customer_id, second FROM orders WHERE channel = 'store') AS s ASOF JOIN app AS a ON s.customer_id = a.customer_id AND s.second >= a.second WHERE s.second <= a.start + ${WEEK})
    SELECT (SELECT count(*) FROM ${ENTERED}) AS "path.entered", (SELECT count(DISTINCT customer_id) FROM app) AS "path.app.count", (SELECT count(*) FROM store) AS "path.store.count"`,
};

const MONTH = 30 * 86400;
const MONTH_OF = second => `month(make_timestamp(${second}::BIGINT * 1000000))`;
export const retained = {
  min2: `SELECT ${MONTH_OF("t[1]")} AS month, count(*) FILTER (t[2] - t[1] <= ${MONTH}) / count(*) AS retained_30 FROM (SELECT min(second, 2) AS t FROM orders GROUP BY customer_id) GROUP BY 1`,
  join: `WITH f AS MATERIALIZED (SELECT customer_id, min(second) AS first FROM orders GROUP BY customer_id)
    SELECT ${MONTH_OF("first")} AS month, count(*) FILTER (n > 1) / count(*) AS retained_30 FROM (
      SELECT customer_id, any_value(first) AS first, count(*) FILTER (second - first <= ${MONTH}) AS n FROM orders JOIN f USING (customer_id) GROUP BY customer_id) GROUP BY 1`,
  rows: `SELECT ${MONTH_OF("second")} AS month, count(*) FILTER (next - second <= ${MONTH}) / count(*) AS retained_30 FROM (
      SELECT second, lead(second) OVER w AS next, row_number() OVER w AS r FROM orders WINDOW w AS (PARTITION BY customer_id ORDER BY second)) WHERE r = 1 GROUP BY 1`,
  lists: `SELECT ${MONTH_OF("t[1]")} AS month, count(*) FILTER (t[2] - t[1] <= ${MONTH}) / count(*) AS retained_30 FROM (SELECT list_sort(list(second)) AS t FROM orders GROUP BY customer_id) GROUP BY 1`,
};

export { scorecard } from "./duckdb-scorecard.mjs";
