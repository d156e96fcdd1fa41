using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Tests.Scorecards.Proof;

/// <summary>A scorecard that has something in every field, so that every line of the built-in template is written.</summary>
internal static class WholeScorecard
{
    internal static ScorecardModel Build()
    {
        var model = ShopScorecard.Build();
        var (link, figure) = (model.Link, new Figure(0.5, "50.0%"));
        var metric = model.Sections.First(static s => s.NorthStar is not null).NorthStar! with { Caveats = "small sample", Change = new ChangeModel(0.1, "up", "better", "2025-Q4"), Description = "What it means" };
        var funnel = new FunnelModel("buying", "Buying", "How they buy", link, "1 day", [new("Seen", figure, figure, null, null, null), new("Paid", figure, figure, figure, figure, figure)], "2 open");
        var cohort = new CohortModel("joiners", "Joiners", "Who joined", link, "month", [0, 1], [new("2026-01", figure, [new(1, "100.0%", null, 1), new(0.5, "50.0%", null, 0.5)]), new("2026-02", figure, [new(1, "100.0%", null, 1), new(null, "", "immature", null)])]);
        var journey = new JourneyModel("The way", "How it goes", [new("journey.a", "Aware", "First", ["Sees it", "Likes it"], [metric, metric]), new("journey.b", "Buys", "Then", ["Pays"], [])]);
        return model with
        {
            Description = "What it is for",
            Freshness = new FreshnessModel("2 days after the end", 2, [new("orders", "2026-02-01", "13 days")], [new("orders", "3 rows")]),
            Product = new ProductModel("Shop", "Goal", "Vision", ["Fresh"]),
            Overview = [.. model.Overview.Select(Filled)],
            Sections = [.. model.Sections.Select(s => s.Objectives is { } all ? s with { Objectives = [.. all.Select(Filled)] } : s.NorthStar is null ? s : s with { NorthStar = metric }), new() { Funnel = funnel }, new() { Cohort = cohort }, new() { Journey = journey }],
            Cards = [.. model.Cards.Select(static c => c with { Sample = "95% interval", Caveats = "small", Description = "Meaning", Owner = "team", Tags = "a, b", Every = "month", Better = "higher", Terms = [new("active", "set(x)")] })],
        };
    }

    private static ObjectiveModel Filled(ObjectiveModel objective)
    {
        var keyResults = objective.KeyResults.Select(static k => k with { Caveats = "small sample", Weight = "2", Owner = "team" }).ToArray();
        return objective with { KeyResults = [keyResults[0] with { Needs = [keyResults[1]] }, .. keyResults[1..]] };
    }
}
