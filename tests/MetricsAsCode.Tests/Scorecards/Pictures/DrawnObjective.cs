using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Scorecards;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures.Charts;

namespace MetricsAsCode.Tests.Scorecards.Pictures;

/// <summary>An objective with some key results, half way through its quarter or at its end.</summary>
internal static class DrawnObjective
{
    internal static ObjectiveModel Of(FakeEngine engine, params ImmutableArray<KeyResultSymbol> keyResults)
    {
        var module = Shop.Module(null, [.. keyResults.SelectMany(static k => k.Metrics)], [Shop.Objective(keyResults)]);
        return ScorecardBuilder.Build(module, Shop.Scorecard(new ShowObjectives()), engine, ShopScorecard.Path).Overview.Single();
    }

    internal static string Draw(FakeEngine engine, params ImmutableArray<KeyResultSymbol> keyResults) => BulletChart.Of(Of(engine, keyResults))!.Value.Svg;
}
