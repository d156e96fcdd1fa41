namespace MetricsAsCode.Benchmarks.Cases;

/// <summary>The cases in order. The peers' scripts know them by their letters.</summary>
internal static class AllCases
{
    private static readonly string[] Twelve =
    [
        "order_count", "delivered_count", "cancelled_count", "returned_count", "gross", "revenue", "app_revenue", "returned_value", "cancel_rate", "app_share", "average_order", "csat",
    ];

    private static readonly string[] Broken = ["order_count", "revenue", "cancel_rate", "average_order", "csat", "active_buyers", "median_amount"];

    /// <param name="scorecard">The names of the scorecard's metrics.</param>
    public static IReadOnlyList<BenchCase> Of(IReadOnlyList<string> scorecard) =>
    [
        new("a", "filtered sum", ["revenue"], false, 1),
        new("b", "distinct customers per month", ["active_buyers"], true, 5),
        new("c", "12 filtered counts, sums and ratios by month", Twelve, true, 2),
        new("d", "churn for 12 months", ["churn_rate"], true, 4),
        new("e", "median and 90th percentile by month", ["median_amount", "p90_amount"], true, 1),
        new("f", "ordered 3-step funnel per customer within 7 days", ["path.entered", "path.app.count", "path.store.count"], false, 4) { BindsAnew = true },
        new("g", "30-day cohort retention by month of the first order", ["retained_30"], true, 5) { BindsAnew = true },
        new("h", "scorecard of 60 metrics, 12 months, two breakdowns", scorecard, true, 5) { BindsAnew = true, Dimensions = ["channel", "city"], ByGroup = Broken },
    ];
}
