// The scorecard of 60 metrics for Polars: plain aggregates by month, cells of customer and month for all that is per customer or a set, customers by day, the funnel, who comes back,
// and a query for each breakdown. Sets are read off the cells in the order of customer and month.
import { grouped, monthly, together } from "./lib.mjs";
import { back, cell, counted, i64, is, monthOf, rows, stepped, steps, monthOfSecond, u32 } from "./polars-forms.mjs";

const simple = pl => {
  const amount = pl.col("amount"), status = s => is(pl, "status", s), channel = c => is(pl, "channel", c), large = amount.gtEq(500), delivered = status("delivered");
  const sum = condition => amount.filter(condition).sum();
  return [
    pl.len().alias("order_count"), counted(pl, delivered).alias("delivered_count"), counted(pl, status("cancelled")).alias("cancelled_count"), counted(pl, status("returned")).alias("returned_count"),
    counted(pl, status("placed")).alias("open_count"), counted(pl, channel("app")).alias("app_count"), counted(pl, channel("web")).alias("web_count"), counted(pl, channel("store")).alias("store_count"),
    pl.col("rating").count().alias("rated_count"), counted(pl, large).alias("large_count"), amount.sum().alias("gross"), sum(delivered).alias("revenue"),
    sum(delivered.and(channel("app"))).alias("app_revenue"), sum(delivered.and(channel("web"))).alias("web_revenue"), sum(status("returned")).alias("returned_value"),
    sum(status("cancelled")).alias("cancelled_value"), sum(delivered.and(large)).alias("large_revenue"), pl.col("rating").cast(pl.Int64).sum().alias("rating_points"),
    counted(pl, pl.col("rating").gtEq(4)).alias("good"), amount.min().alias("smallest"), amount.max().alias("largest"), amount.std().alias("spread"), pl.col("city").nUnique().alias("city_count"),
    amount.median().alias("median_amount"), amount.quantile(0.9, "linear").alias("p90_amount"), amount.filter(delivered).quantile(0.99, "linear").alias("p99_delivered"),
  ];
};

const ratios = ({ good, ...r }, before) => ({
  ...r, cancel_rate: r.cancelled_count / r.order_count, return_rate: r.returned_count / (r.delivered_count + r.returned_count), app_share: r.app_revenue / r.revenue, web_share: r.web_revenue / r.revenue,
  average_order: r.revenue / r.delivered_count, csat: good / r.rated_count, returned_part: r.returned_value / r.gross, large_share: r.large_revenue / r.revenue, mean_amount: r.gross / r.order_count,
  mean_rating: r.rating_points / r.rated_count, growth: before ? r.revenue / before.revenue - 1 : null,
});

// The last day of each month less 28, as days of the year.
const LATE = [3, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337];

const cells = (pl, lazy) => {
  const late = LATE.reduce((when, day, i) => (when === null ? pl.when(pl.col("month").eq(i + 1)).then(pl.lit(day)) : when.when(pl.col("month").eq(i + 1)).then(pl.lit(day))), null).otherwise(pl.lit(0));
  return lazy.select(cell(pl), pl.col("amount"), is(pl, "status", "delivered").alias("delivered"), is(pl, "channel", "app").alias("app"), is(pl, "channel", "web").alias("web"),
    pl.col("rating").ltEq(2).fillNull(pl.lit(false)).alias("unhappy"), pl.col("day").gt(late).alias("late"))
    .groupBy("cell").agg(pl.len().alias("n"), pl.col("amount").sum().alias("s"), ...["delivered", "app", "web", "unhappy", "late"].map(f => pl.col(f).max().alias(f))).sort("cell");
};

const customers = (pl, lazy) => {
  const c = pl.col("cell"), base = c.minus(c.rem(u32(pl, 16)));
  const follows = c.shift(1).plus(u32(pl, 1)).eq(c).fillNull(pl.lit(false));
  return cells(pl, lazy).withColumns(
    monthOf(pl), follows.alias("kept"), base.neq(base.shift(1).fillNull(u32(pl, 0))).alias("fresh"), follows.and(pl.col("app")).and(pl.col("app").shift(1)).fillNull(pl.lit(false)).alias("appKept"))
    .groupBy("month").agg(
      pl.len().alias("active_buyers"), ...["delivered", "app", "web", "unhappy", "late", "kept", "fresh", "appKept"].map(f => counted(pl, pl.col(f)).alias(f)),
      counted(pl, pl.col("app").and(pl.col("web"))).alias("both_channels"), pl.col("n").mean().alias("orders_per_buyer"), pl.col("n").gtEq(2).mean().alias("repeat_share"), pl.col("s").median().alias("median_spend"));
};

const sets = ({ delivered, app, web, unhappy, late, kept, fresh, appKept, ...r }, before) => ({
  ...r, delivered_buyers: delivered, app_buyer_count: app, web_buyer_count: web, unhappy_buyers: unhappy, buyers_28: late, new_buyers: fresh, new_share: fresh / r.active_buyers,
  back_buyers: r.active_buyers - fresh - kept, app_only: app - r.both_channels, churn_rate: before ? (before.active_buyers - kept) / before.active_buyers : null,
  retention_rate: before ? kept / before.active_buyers : null, app_churn: before ? (before.app - appKept) / before.app : null,
});

const days = (pl, lazy) => lazy.select(pl.col("customer_id").mul(u32(pl, 512)).plus(pl.col("day").cast(pl.UInt32)).alias("pair")).unique().select(pl.col("pair").rem(u32(pl, 512)).alias("day")).groupBy("day").agg(pl.len().alias("n"));

const daily = (found, months) => months.map(({ month, active_buyers }) => {
  const of = found.filter(d => new Date(Date.UTC(2025, 0, d.day)).getUTCMonth() + 1 === month);
  return { month, stickiness: of.reduce((sum, d) => sum + d.n, 0) / of.length / active_buyers };
});

const WEEK = 7 * 86400 * 4;
const path = (pl, lazy) => {
  const key = pl.col("key"), step = pl.col("step"), at = pl.col("at");
  const filled = (condition, value, name) => pl.when(condition).then(value).otherwise(pl.lit(null)).backwardFill().alias(name);
  return steps(pl, lazy).select(stepped(pl)).sort("key")
    .withColumns(key.rem(i64(pl, 4)).alias("step"), key.minus(key.rem(i64(pl, 4))).alias("at"))
    .withColumns(filled(step.eq(i64(pl, 1)), at, "app"), filled(step.eq(i64(pl, 2)), at, "store"))
    .withColumn(filled(step.eq(i64(pl, 1)), pl.col("store"), "via"))
    .filter(step.eq(i64(pl, 0)))
    .select(at.minus(at.rem(i64(pl, 2 ** 28))).alias("base"), monthOfSecond(pl, at.rem(i64(pl, 2 ** 28)).div(i64(pl, 4)).cast(pl.Int64)),
      pl.col("app").minus(at).ltEq(i64(pl, WEEK)).fillNull(pl.lit(false)).alias("second"), pl.col("via").minus(at).ltEq(i64(pl, WEEK)).fillNull(pl.lit(false)).alias("third"))
    .groupBy(["month", "base"]).agg(pl.col("second").max().alias("second"), pl.col("third").max().alias("third"))
    .groupBy("month").agg(pl.len().alias("path_entered"), counted(pl, pl.col("second")).alias("second"), counted(pl, pl.col("third")).alias("path_store"));
};
const rates = ({ second, ...r }) => ({ ...r, path_app: second / r.path_entered, path_rate: r.path_store / r.path_entered });

const breakdown = (pl, lazy, dimension) => {
  const amount = pl.col("amount"), delivered = is(pl, "status", "delivered");
  return lazy.filter(pl.col("month").eq(12)).groupBy(dimension).agg(
    pl.len().alias("order_count"), amount.filter(delivered).sum().alias("revenue"), counted(pl, is(pl, "status", "cancelled")).alias("cancelled"), counted(pl, delivered).alias("delivered"),
    counted(pl, pl.col("rating").gtEq(4)).alias("good"), pl.col("rating").count().alias("rated"), pl.col("customer_id").nUnique().alias("active_buyers"), amount.median().alias("median_amount"));
};
const broken = ({ cancelled, delivered, good, rated, ...r }) => ({ ...r, cancel_rate: cancelled / r.order_count, average_order: r.revenue / delivered, csat: good / rated });

const inOrder = found => found.toSorted((a, b) => a.month - b.month);
const stepwise = (found, shape) => inOrder(found).map((r, i, all) => shape(r, all[i - 1]));

export const scorecard = pl => ({
  cells: async (data, mode) => {
    const lazy = data.lazy();
    const plain = stepwise(await rows(lazy.groupBy("month").agg(...simple(pl)), mode), ratios);
    const perCustomer = stepwise(await rows(customers(pl, lazy), mode), sets);
    const stickiness = daily(await rows(days(pl, lazy), mode), perCustomer);
    const merged = plain.map((r, i) => ({ ...r, ...perCustomer[i], revenue_per_buyer: r.revenue / perCustomer[i].active_buyers }));
    return together([
      monthly(merged), monthly(stickiness), monthly((await rows(path(pl, lazy), mode)).map(rates)), monthly(await rows(back(pl, lazy), mode)),
      grouped((await rows(breakdown(pl, lazy, "channel"), mode)).map(broken), "channel"), grouped((await rows(breakdown(pl, lazy, "city"), mode)).map(broken), "city"),
    ]);
  },
});
