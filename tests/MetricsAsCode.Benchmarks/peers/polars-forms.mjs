// The forms for Polars. Status, channel and city are categories; beside the time lie its month and its second of the year.
import { monthly, yearly } from "./lib.mjs";

const NEEDS = { a: "status amount", b: "customer_id month", c: "month status channel amount rating", d: "customer_id month", e: "month amount", f: "customer_id second channel", g: "customer_id second", h: "customer_id second day month status channel city amount rating" };

export const columnsOf = cases => [...new Set(cases.flatMap(c => NEEDS[c].split(" ")))];

const YEAR = 1735689600;

/** Scans what is needed; the time is parsed only if its second or day matters. */
export function scan(pl, path, columns) {
  const col = pl.col;
  const schema = { order_id: pl.UInt32, customer_id: pl.UInt32, placed_at: pl.Utf8, status: pl.Categorical, channel: pl.Categorical, city: pl.Categorical, amount: pl.Float64, rating: pl.UInt8 };
  const time = col("placed_at").str.strptime(pl.Datetime("ms"), "%Y-%m-%dT%H:%M:%SZ");
  const values = {
    second: time.dt.ordinalDay().cast(pl.Int64).minus(i64(pl, 1)).mul(i64(pl, 86400)).plus(time.dt.hour().cast(pl.Int64).mul(i64(pl, 3600))).plus(time.dt.minute().cast(pl.Int64).mul(i64(pl, 60))).plus(time.dt.second().cast(pl.Int64)).cast(pl.UInt32).alias("second"),
    day: time.dt.ordinalDay().cast(pl.UInt16).alias("day"),
    month: col("placed_at").str.slice(5, 2).cast(pl.UInt8).alias("month"),
  };
  return pl.scanCSV(path, { schema }).select(...columns.map(c => values[c] ?? col(c)));
}

/** Reads what is needed into memory. */
export const read = async (pl, path, columns) => (await scan(pl, path, columns).collect()).rechunk();

// A plain number is a double to Polars: whole numbers say what they are.
export const i64 = (pl, n) => pl.lit(n).cast(pl.Int64);
export const u32 = (pl, n) => pl.lit(n).cast(pl.UInt32);

export const rows = async (lazy, mode) => (await lazy.collect(mode)).toRecords();

export const is = (pl, column, value) => pl.col(column).eq(pl.lit(value));

export const filteredSum = pl => ({
  filter: async (data, mode) => yearly(await rows(data.lazy().filter(is(pl, "status", "delivered")).select(pl.col("amount").sum().alias("revenue")), mode)),
  aggregate: async (data, mode) => yearly(await rows(data.lazy().select(pl.col("amount").filter(is(pl, "status", "delivered")).sum().alias("revenue")), mode)),
  when: async (data, mode) => yearly(await rows(data.lazy().select(pl.when(is(pl, "status", "delivered")).then(pl.col("amount")).otherwise(pl.lit(0)).sum().alias("revenue")), mode)),
});

/** Customer and month as one number. */
export const cell = pl => pl.col("customer_id").mul(u32(pl, 16)).plus(pl.col("month").cast(pl.UInt32)).alias("cell");
export const monthOf = pl => pl.col("cell").rem(u32(pl, 16)).cast(pl.UInt8).alias("month");

export const distinctByMonth = pl => ({
  nUnique: async (data, mode) => monthly(await rows(data.lazy().groupBy("month").agg(pl.col("customer_id").nUnique().alias("active_buyers")), mode)),
  cells: async (data, mode) => monthly(await rows(data.lazy().select(cell(pl)).unique().select(monthOf(pl)).groupBy("month").agg(pl.len().alias("active_buyers")), mode)),
  sorted: async (data, mode) => monthly(await rows(data.lazy().select(cell(pl).sort()).filter(pl.col("cell").neq(pl.col("cell").shift(1).fillNull(u32(pl, 0)))).select(monthOf(pl)).groupBy("month").agg(pl.len().alias("active_buyers")), mode)),
});

export const counted = (pl, condition) => condition.sum().cast(pl.Int64);

const TWELVE = pl => {
  const amount = pl.col("amount"), delivered = is(pl, "status", "delivered"), returned = is(pl, "status", "returned");
  return [
    pl.len().alias("order_count"), counted(pl, delivered).alias("delivered_count"), counted(pl, is(pl, "status", "cancelled")).alias("cancelled_count"), counted(pl, returned).alias("returned_count"),
    amount.sum().alias("gross"), amount.filter(delivered).sum().alias("revenue"), amount.filter(delivered.and(is(pl, "channel", "app"))).sum().alias("app_revenue"),
    amount.filter(returned).sum().alias("returned_value"), counted(pl, pl.col("rating").gtEq(4)).alias("good"), pl.col("rating").count().alias("rated"),
  ];
};

const ratios = row => {
  const { good, rated, ...rest } = row;
  return { ...rest, cancel_rate: row.cancelled_count / row.order_count, app_share: row.app_revenue / row.revenue, average_order: row.revenue / row.delivered_count, csat: good / rated };
};

export const twelve = pl => ({
  direct: async (data, mode) => monthly((await rows(data.lazy().groupBy("month").agg(...TWELVE(pl)), mode)).map(ratios)),
  // A group for each month, status, channel and rating first.
  cells: async (data, mode) => {
    const n = pl.col("n"), s = pl.col("s"), delivered = is(pl, "status", "delivered");
    const cells = data.lazy().groupBy(["month", "status", "channel", "rating"]).agg(pl.len().alias("n"), pl.col("amount").sum().alias("s"));
    const months = cells.groupBy("month").agg(
      n.sum().alias("order_count"), n.filter(delivered).sum().alias("delivered_count"), n.filter(is(pl, "status", "cancelled")).sum().alias("cancelled_count"),
      n.filter(is(pl, "status", "returned")).sum().alias("returned_count"), s.sum().alias("gross"), s.filter(delivered).sum().alias("revenue"),
      s.filter(delivered.and(is(pl, "channel", "app"))).sum().alias("app_revenue"), s.filter(is(pl, "status", "returned")).sum().alias("returned_value"),
      n.filter(pl.col("rating").gtEq(4)).sum().alias("good"), n.filter(pl.col("rating").isNotNull()).sum().alias("rated"));
    return monthly((await rows(months, mode)).map(ratios));
  },
});

/** Twelve rows of a month's size and how many of them were there a month ago, as churn by month. */
const churned = found => {
  const by = Object.fromEntries(found.map(r => [r.month, r]));
  return monthly([...Array(12).keys()].map(i => i + 1).map(month => ({ month, churn_rate: month === 1 ? null : (by[month - 1].n - by[month - 1].kept) / by[month - 1].n })));
};

export const churn = pl => {
  const next = pl.col("cell").shift(-1).eq(pl.col("cell").plus(u32(pl, 1)));
  const kept = lazy => lazy.select(monthOf(pl), next.alias("kept")).groupBy("month").agg(pl.len().alias("n"), pl.col("kept").sum().alias("kept"));
  return {
    uniqueSorted: async (data, mode) => churned(await rows(kept(data.lazy().select(cell(pl)).unique().sort("cell")), mode)),
    sorted: async (data, mode) => churned(await rows(kept(data.lazy().select(cell(pl).sort()).filter(pl.col("cell").neq(pl.col("cell").shift(1).fillNull(u32(pl, 0))))), mode)),
    join: async (data, mode) => {
      const cells = data.lazy().select(cell(pl)).unique();
      const back = cells.select(pl.col("cell").minus(u32(pl, 1)).alias("cell"));
      const past = await rows(cells.select(monthOf(pl)).groupBy("month").agg(pl.len().alias("n")), mode);
      const found = await rows(cells.join(back, { on: "cell", how: "semi" }).select(monthOf(pl)).groupBy("month").agg(pl.len().alias("kept")), mode);
      return churned(past.map(p => ({ ...p, kept: found.find(f => f.month === p.month)?.kept ?? 0 })));
    },
  };
};

export const percentiles = pl => ({
  groups: async (data, mode) => monthly(await rows(data.lazy().groupBy("month").agg(pl.col("amount").median().alias("median_amount"), pl.col("amount").quantile(0.9, "linear").alias("p90_amount")), mode)),
});

// Customer, second and step as one number: in its order rows of a customer follow each other in time. 2^26 seconds to a customer leave a gap longer than any window.
const WEEK = 7 * 86400 * 4;
export const stepped = pl => pl.col("customer_id").cast(pl.Int64).mul(i64(pl, 2 ** 28)).plus(pl.col("second").cast(pl.Int64).mul(i64(pl, 4))).plus(pl.col("step").cast(pl.Int64)).alias("key");
export const steps = (pl, lazy) => lazy.filter(is(pl, "channel", "web").or(is(pl, "channel", "app")).or(is(pl, "channel", "store")))
  .withColumn(pl.when(is(pl, "channel", "web")).then(pl.lit(0)).when(is(pl, "channel", "app")).then(pl.lit(1)).otherwise(pl.lit(2)).alias("step"));
const customers = (pl, condition, name) => pl.col("base").filter(condition).nUnique().alias(name);

export const funnel = pl => ({
  fill: async (data, mode) => {
    const key = pl.col("key"), step = pl.col("step");
    const lazy = steps(pl, data.lazy()).select(stepped(pl)).sort("key")
      .withColumns(key.rem(i64(pl, 4)).alias("step"), key.minus(key.rem(i64(pl, 4))).alias("at"), key.minus(key.rem(i64(pl, 2 ** 28))).alias("base"))
      .withColumn(pl.when(step.eq(i64(pl, 0))).then(pl.col("at")).otherwise(pl.lit(null)).forwardFill().alias("start"))
      .withColumn(step.eq(i64(pl, 1)).and(pl.col("at").minus(pl.col("start")).ltEq(i64(pl, WEEK))).alias("second"))
      .withColumn(pl.when(pl.col("second")).then(pl.col("start")).otherwise(pl.lit(null)).forwardFill().alias("via"))
      .withColumn(step.eq(i64(pl, 2)).and(pl.col("at").minus(pl.col("via")).ltEq(i64(pl, WEEK))).alias("third"))
      .select(customers(pl, step.eq(i64(pl, 0)), "path.entered"), customers(pl, pl.col("second"), "path.app.count"), customers(pl, pl.col("third"), "path.store.count"));
    return yearly(await rows(lazy, mode));
  },
});

const MONTH = 30 * 86400;
export const monthOfSecond = (pl, column) => column.cast(pl.Int64).plus(i64(pl, YEAR)).mul(i64(pl, 1000)).cast(pl.Datetime("ms")).dt.month().alias("month");
export const back = (pl, lazy) => {
  const key = pl.col("key"), base = pl.col("base"), second = key.minus(base);
  return lazy.select(pl.col("customer_id").cast(pl.Int64).mul(i64(pl, 2 ** 26)).plus(pl.col("second").cast(pl.Int64)).alias("key")).sort("key")
    .withColumn(key.minus(key.rem(i64(pl, 2 ** 26))).alias("base"))
    .select(base.neq(base.shift(1).fillNull(i64(pl, 0))).alias("first"), key.shift(-1).minus(key).ltEq(i64(pl, MONTH)).fillNull(pl.lit(false)).alias("back"), second.alias("second"))
    .filter(pl.col("first")).select(monthOfSecond(pl, pl.col("second")), pl.col("back")).groupBy("month").agg(pl.col("back").mean().alias("retained_30"));
};

export const retained = pl => ({
  sorted: async (data, mode) => monthly(await rows(back(pl, data.lazy()), mode)),
  // The first by customer, then the rows within a month of it by a join.
  join: async (data, mode) => {
    const firsts = data.lazy().groupBy("customer_id").agg(pl.col("second").min().alias("begun"));
    const lazy = data.lazy().join(firsts, { on: "customer_id", how: "inner" }).filter(pl.col("second").minus(pl.col("begun")).ltEq(u32(pl, MONTH))).groupBy("customer_id")
      .agg(pl.col("begun").first().alias("begun"), pl.len().gt(1).alias("back")).select(monthOfSecond(pl, pl.col("begun")), pl.col("back")).groupBy("month").agg(pl.col("back").mean().alias("retained_30"));
    return monthly(await rows(lazy, mode));
  },
});
