using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Results;
using MetricsAsCode.Scorecards;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Values;
using Grain = MetricsAsCode.Compiler.Syntax.Grain;
using Unit = MetricsAsCode.Compiler.Symbols.Unit;

namespace MetricsAsCode.Tests.Scorecards;

/// <summary>One scorecard with everything on it, half way through its quarter.</summary>
internal static class ShopScorecard
{
    internal const string Path = "generated/scorecards/shop-q1.md";

    internal static ScorecardModel Build(FakeEngine? engine = null)
    {
        var (module, scorecard) = Declare();
        return ScorecardBuilder.Build(module, scorecard, engine ?? Engine(), Path);
    }

    internal static (ModuleSymbol Module, ScorecardSymbol Scorecard) Declare()
    {
        var retention = Shop.Metric("retention", label: "Monthly retention", line: 3, formula: "size(active over previous intersect active) / size(active over previous)",
            description: "Share of last month's active customers who ordered again this month.");
        (retention.Every, retention.Better, retention.Owner, retention.Tags) = (Grain.Month, Direction.Higher, "growth", ["okr", "customers"]);
        var orders = Shop.Metric("orders", Unit.Count, "Orders", 8, "count(orders where status = delivered)");
        (orders.IsAdditive, orders.Better) = (true, Direction.Higher);
        var revenue = Shop.Metric("revenue", Unit.Money("USD"), "Revenue", 12, "sum(orders.amount)");
        (revenue.IsAdditive, revenue.Better) = (true, Direction.Higher);
        var shipping = Shop.Metric("time_to_ship", Unit.Duration, null, 16, "avg(orders.shipped_at - placed_at)", "From order to parcel.");
        shipping.Better = Direction.Lower;
        var satisfaction = Shop.Metric("satisfaction", Unit.Score, "Satisfaction", 20, "avg(surveys.rating)");
        satisfaction.Display = new(MetricsAsCode.Compiler.Symbols.DisplayKind.Score, 5);
        var growth = Shop.Metric("order_growth", label: "Order growth", line: 24, formula: "change(count(orders))");
        growth.ReadsPrevious = true;

        var country = new ColumnSymbol(new SourceSymbol("shop", "customers", "csv", "customers.csv", null, Shop.Line(60)), "country", ScalarType.Text, Shop.Line(61));
        var objective = new ObjectiveSymbol("shop", "growth", "Grow with happy customers", "More orders from customers who come back.", null, "Growth team",
            [
                Shop.KeyResult(orders, new Reach(1000), "1,000 orders", weight: 2),
                Shop.KeyResult(retention, new FromTo(0.5m, 0.6m), "Retention from 50% to 60%", supporting: [satisfaction], strategies: ["Reactivation offers"]),
                Shop.KeyResult(shipping, new ChangeBy(false, 0.2m, false, null), "Ship a fifth faster", owner: "Logistics"),
                Shop.KeyResult(satisfaction, new AtLeast(4.5m), "Satisfaction of 4.5"),
                Shop.KeyResult(growth, new AtLeast(0.1m), "Grow by a tenth"),
            ],
            [new InitiativeSymbol("Cart reminders", ["kr_orders"], Shop.Line(40)), new InitiativeSymbol("Better parcels", [], Shop.Line(41))],
            Shop.Line(30));
        var product = ProductSymbol.Default with { Label = "Shop", Goal = "Customers who stay", NorthStar = retention };
        var scorecard = new ScorecardSymbol("shop", "q1", "Shop, first quarter of 2026", "What we look at on Mondays.", Shop.Q1, new TrendSymbol(4, Grain.Month),
            [new ShowNorthStar(), new ShowObjectives(), new ShowOtherMetrics(), new ShowOneMetric(orders, country, 2), new ShowOneMetric(satisfaction, country, null)], null, Shop.Line(50));
        return (Shop.Module(product, [retention, orders, revenue, shipping, satisfaction, growth], [objective]), scorecard);
    }

    internal static FakeEngine Engine() => new FakeEngine(Shop.HalfOfQ1)
        .With("retention", "2026-Q1", 0.55, 80, "unfinished period").With("retention", "2025-Q4", 0.52)
        .With("retention", "2025-10", 0.48).With("retention", "2025-11", 0.52).With("retention", "2026-01", 0.55)
        .With("orders", "2026-Q1", Count(450, "unfinished period")).With("orders", "2025-Q4", Count(800)).With("orders", "2025-10-01..2025-11-14", Count(400))
        .With("orders", "2025-10", Count(250)).With("orders", "2025-11", Count(270)).With("orders", "2025-12", Count(280)).With("orders", "2026-01", Count(310))
        .With("revenue", "2026-Q1", Money(123_456.5m)).With("revenue", "2025-10-01..2025-11-14", Money(0))
        .With("revenue", "2025-10", Money(70_000)).With("revenue", "2025-11", Money(70_000)).With("revenue", "2025-12", Money(90_000)).With("revenue", "2026-01", Money(80_000.25m))
        .With("time_to_ship", "2026-Q1", 180_000_000_000.0)
        .With("satisfaction", "2026-Q1", 4.2, 7, "small sample (n = 7)").With("satisfaction", "2025-10-01..2025-11-14", 4.5).With("satisfaction", "2025-12", 4.4).With("satisfaction", "2026-01", 4.1)
        .With("order_growth", "2026-Q1", 0.125)
        .WithGroup("orders", "customers.country", "France", Count(120))
        .WithGroup("orders", "customers.country", "Germany", Count(200))
        .WithGroup("orders", "customers.country", "other", Count(100), isOther: true)
        .WithGroup("orders", "customers.country", null, Count(30))
        .WithGroup("satisfaction", "customers.country", "", Measurement.None(Reason.NoRows, MetricsAsCode.Values.Unit.Score))
        .WithGroup("satisfaction", "customers.country", "Germany", 4.5, 5)
        .WithGroup("satisfaction", "customers.country", null, 3.5, 2);

    private static Measurement Count(long count, params string[] caveats) => FakeEngine.Measured(Value.Of(count), count, caveats);

    private static Measurement Money(decimal amount) => FakeEngine.Measured(Value.Of((Exact)amount), 450);
}
