// The queries for ClickHouse. The amount lies as whole cents, the month and the day beside the time; a missing rating is 0.
const KEYS = {
  status: "Enum8('placed' = 1, 'delivered' = 2, 'cancelled' = 3, 'returned' = 4)",
  channel: "Enum8('app' = 1, 'web' = 2, 'store' = 3, 'marketplace' = 4, 'phone' = 5, 'partner' = 6)",
};

// Forty cities are few enough for an enum.
const CITIES = `London Paris Berlin Madrid Rome Milan Hamburg Vienna Warsaw Barcelona Munich Amsterdam Lisbon Prague Brussels Stockholm Copenhagen Dublin Zürich Budapest Oslo Helsinki Athens
  Kraków Lyon Marseille Naples Turin Valencia Porto Rotterdam Antwerp Leipzig Bordeaux Gothenburg Bilbao Aarhus Ghent Graz Bergen`.split(/\s+/);
KEYS.city = `Enum8(${CITIES.map((c, i) => `'${c}' = ${i + 1}`).join(", ")})`;

export const types = {
  customer_id: "UInt32", placed_at: "DateTime('UTC')", day: "Date", month: "UInt8", ...KEYS, cents: "UInt32", rating: "UInt8",
};

export const values = {
  customer_id: "customer_id", placed_at: "placed_at", day: "toDate(placed_at)", month: "toMonth(placed_at)", status: "status", channel: "channel", city: "city",
  cents: "toUInt32(amount * 100)", rating: "ifNull(rating, 0)",
};

const NEEDS = { a: "status cents", b: "customer_id month", c: "month status channel cents rating", d: "customer_id month", e: "month cents", f: "customer_id placed_at channel", g: "customer_id placed_at month" };

export const columnsOf = cases => (cases.includes("h") ? Object.keys(types) : [...new Set(cases.flatMap(c => NEEDS[c].split(" ")))]);

export const file = (path, columns) => {
  const raw = { customer_id: "UInt32", placed_at: "DateTime('UTC')", ...KEYS, amount: "Decimal(9, 2)", rating: "Nullable(UInt8)" };
  const of = { day: "placed_at", month: "placed_at", cents: "amount" };
  const read = [...new Set(columns.map(c => of[c] ?? c))];
  return `SELECT ${read.join(", ")} FROM file('${path}', CSVWithNames, '${read.map(c => `${c} ${raw[c].replaceAll("'", "\\'")}`).join(", ")}')`;
};

export const filteredSum = {
  sumIf: "SELECT sumIf(cents, status = 'delivered') / 100 AS revenue FROM orders",
  where: "SELECT sum(cents) / 100 AS revenue FROM orders WHERE status = 'delivered'",
  product: "SELECT sum(cents * (status = 'delivered')) / 100 AS revenue FROM orders",
};

export const distinctByMonth = {
  bitmap: "SELECT month, groupBitmap(customer_id) AS active_buyers FROM orders GROUP BY month",
  uniqExact: "SELECT month, uniqExact(customer_id) AS active_buyers FROM orders GROUP BY month",
  months: `SELECT i AS month, counts[i] AS active_buyers FROM (SELECT sumForEach(arrayMap(i -> bitTest(m, i), range(1, 13))) AS counts FROM (SELECT groupBitOr(bitShiftLeft(toUInt16(1), month)) AS m FROM orders GROUP BY customer_id)) ARRAY JOIN range(1, 13) AS i`,
};

const TWELVE = `count() AS order_count, countIf(status = 'delivered') AS delivered_count, countIf(status = 'cancelled') AS cancelled_count, countIf(status = 'returned') AS returned_count,
  sum(cents) / 100 AS gross, sumIf(cents, status = 'delivered') / 100 AS revenue, sumIf(cents, status = 'delivered' AND channel = 'app') / 100 AS app_revenue,
  sumIf(cents, status = 'returned') / 100 AS returned_value, cancelled_count / order_count AS cancel_rate, app_revenue / revenue AS app_share, revenue / delivered_count AS average_order,
  countIf(rating >= 4) / countIf(rating > 0) AS csat`;

// The cells of month, status, channel and rating (1,728 at most) first: every filter of the twelve is on them.
const CELLS = `SELECT month, sum(n) AS order_count, sumIf(n, status = 'delivered') AS delivered_count, sumIf(n, status = 'cancelled') AS cancelled_count, sumIf(n, status = 'returned') AS returned_count,
  sum(s) / 100 AS gross, sumIf(s, status = 'delivered') / 100 AS revenue, sumIf(s, status = 'delivered' AND channel = 'app') / 100 AS app_revenue,
  sumIf(s, status = 'returned') / 100 AS returned_value, cancelled_count / order_count AS cancel_rate, app_revenue / revenue AS app_share, revenue / delivered_count AS average_order,
  sumIf(n, rating >= 4) / sumIf(n, rating > 0) AS csat
  FROM (SELECT month, status, channel, rating, count() AS n, sum(cents) AS s FROM orders GROUP BY month, status, channel, rating) GROUP BY month`;

export const twelve = { direct: `SELECT month, ${TWELVE} FROM orders GROUP BY month`, cells: CELLS };

export const fromFile = table => `SELECT month, ${TWELVE} FROM ${table} GROUP BY month`;

export const churn = {
  bitmaps: `SELECT month, if(past = 0, NULL, (past - kept) / past) AS churn_rate FROM (
    SELECT month, lagInFrame(bitmapCardinality(b)) OVER w AS past, bitmapAndCardinality(b, lagInFrame(b) OVER w) AS kept
    FROM (SELECT month, groupBitmapState(customer_id) AS b FROM orders GROUP BY month) WINDOW w AS (ORDER BY month ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))`,
  masks: `SELECT i AS month, if(i = 1, NULL, lost[i] / past[i]) AS churn_rate FROM (
    SELECT sumForEach(arrayMap(i -> n * bitTest(m, i - 1), range(1, 13))) AS past, sumForEach(arrayMap(i -> n * (bitTest(m, i - 1) AND NOT bitTest(m, i)), range(1, 13))) AS lost
    FROM (SELECT m, count() AS n FROM (SELECT groupBitOr(bitShiftLeft(toUInt16(1), month)) AS m FROM orders GROUP BY customer_id) GROUP BY m)) ARRAY JOIN range(1, 13) AS i`,
};

const P = (q, level) => `${q}[${level}] / 100`;
export const percentiles = {
  exact: `SELECT month, ${P("q", 1)} AS median_amount, ${P("q", 2)} AS p90_amount FROM (SELECT month, quantilesExactInclusive(0.5, 0.9)(cents) AS q FROM orders GROUP BY month)`,
};

const WEEK = 7 * 86400;
const STEPS = (first, window = `windowFunnel(${WEEK})`) => `${window}(placed_at, channel = 'web'${first}, channel = 'app', channel = 'store')`;
const REACHED = "countIf(level >= 1) AS `path.entered`, countIf(level >= 2) AS `path.app.count`, countIf(level >= 3) AS `path.store.count`";
export const funnel = {
  windowFunnel: `SELECT ${REACHED} FROM (SELECT ${STEPS("")} AS level FROM orders WHERE channel IN ('web', 'app', 'store') GROUP BY customer_id)`,
  noFilter: `SELECT ${REACHED} FROM (SELECT ${STEPS("")} AS level FROM orders GROUP BY customer_id)`,
};

const MONTH = 30 * 86400;
export const retained = {
  sorted2: `SELECT toMonth(toDateTime(t[1], 'UTC')) AS month, countIf(length(t) = 2 AND t[2] - t[1] <= ${MONTH}) / count() AS retained_30
    FROM (SELECT groupArraySorted(2)(toUInt32(placed_at)) AS t FROM orders GROUP BY customer_id) GROUP BY month`,
  arrays: `SELECT toMonth(toDateTime(t[1], 'UTC')) AS month, countIf(length(t) > 1 AND t[2] - t[1] <= ${MONTH}) / count() AS retained_30
    FROM (SELECT arrayPartialSort(2, groupArray(toUInt32(placed_at))) AS t FROM orders GROUP BY customer_id) GROUP BY month`,
};

export { scorecard } from "./clickhouse-scorecard.mjs";
