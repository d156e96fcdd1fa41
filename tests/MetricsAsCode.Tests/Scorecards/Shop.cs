using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Time;
using Grain = MetricsAsCode.Compiler.Syntax.Grain;

namespace MetricsAsCode.Tests.Scorecards;

/// <summary>Declarations of a module named shop, made by hand.</summary>
internal static class Shop
{
    /// <summary>Half of 2026-Q1: 45 of its 90 days.</summary>
    internal static readonly Instant HalfOfQ1 = Instant.FromUtc(2026, 2, 15);

    internal static readonly Instant EndOfQ1 = Instant.FromUtc(2026, 4, 1);

    internal static readonly UnitPeriod Q1 = Unit("2026-Q1");

    private static readonly SourceText File = new("metrics-defs/shop/shop.metrics", new string('\n', 200));

    internal static UnitPeriod Unit(string written)
    {
        Period.TryParse(written, out var period).ShouldBeTrue();
        return new UnitPeriod((Grain)(int)period!.Grain!.Value, false, period.YearNumber, period.Number, written, default);
    }

    internal static Location Line(int number) => new(File, new TextSpan(number - 1, 0));

    internal static MetricSymbol Metric(string name, Unit? unit = null, string? label = null, int line = 1, string? formula = null, string? description = null) =>
        new("shop", name, label, description, formula ?? $"formula of {name}", Line(line)) { Unit = unit ?? MetricsAsCode.Compiler.Symbols.Unit.Ratio };

    internal static KeyResultSymbol KeyResult(MetricSymbol metric, Target target, string? label = null, decimal weight = 1, string? owner = null,
        ImmutableArray<MetricSymbol> supporting = default, params ImmutableArray<string> strategies) =>
        new("growth", "kr_" + metric.Name, label, null, metric, target, weight, owner, supporting.IsDefault ? [] : supporting, strategies, Line(30));

    internal static ObjectiveSymbol Objective(params ImmutableArray<KeyResultSymbol> keyResults) =>
        new("shop", "growth", null, null, null, null, keyResults, [], Line(20));

    internal static ModuleSymbol Module(ProductSymbol? product = null, ImmutableArray<MetricSymbol> metrics = default, ImmutableArray<ObjectiveSymbol> objectives = default) =>
        new("shop", product ?? ProductSymbol.Default, [], metrics.IsDefault ? [] : metrics, objectives.IsDefault ? [] : objectives, [], []);

    internal static ScorecardSymbol Scorecard(params ImmutableArray<ScorecardItem> items) =>
        new("shop", "q1", null, null, Q1, null, items, null, Line(50));
}
