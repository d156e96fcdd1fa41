using System.Text;
using MetricsAsCode.Compiler.Fingerprints;
using MetricsAsCode.Scorecards.Comparing;
using MetricsAsCode.Tests.Scorecards;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Diffing;

/// <summary>One filter among 500 metrics: 100 families of a filter, a count, and three metrics that lead to it one through the other.</summary>
public sealed class ManyMetricsTests
{
    [Fact]
    public void One_touched_filter_computes_only_what_depends_on_it()
    {
        var (old, @new) = (Definitions.Forms(Written("amount > 42 USD")), Definitions.Forms(Written("amount > 43.50 USD")));
        old.All.Count(d => d.Kind == DeclarationKind.Metric).ShouldBe(500);

        var diff = DefinitionDiff.Between(old, @new);
        diff.Lines().ShouldBe(
        [
            "Changed Let big_42",
            "Inherited Metric count_42 by big_42",
            "Inherited Metric double_42 by share_42 > count_42 > big_42",
            "Inherited Metric half_42 by count_42 > big_42",
            "Inherited Metric share_42 by count_42 > big_42",
            "Inherited Metric sum_42 by big_42",
        ]);

        var pairs = diff.Changes.Where(c => c.New!.Metric is not null).Select(c => new MetricPair(c.Old!.Metric, c.New!.Metric)).ToList();
        var (before, now) = (Engine(), Engine());
        NumberComparison.Of(new ComparedSide(Module("amount > 42 USD"), before), new ComparedSide(Module("amount > 43.50 USD"), now), pairs, [], Period.Quarter(2026, 1));
        foreach (var engine in new[] { before, now })
        {
            engine.Calls.ShouldBe(1);
            engine.Requests.Select(r => r.Metric).ShouldBe(["shop.count_42", "shop.double_42", "shop.half_42", "shop.share_42", "shop.sum_42"]);
            engine.Requests.ShouldAllBe(r => r.Periods.Count == 7);
        }
    }

    private static FakeEngine Engine() => new(Instant.FromUtc(2026, 4, 1));

    private static Compiler.Symbols.ModuleSymbol Module(string touched) =>
        Compiler.Compilation.Bind([Compiler.Syntax.Parser.Parse(new Compiler.Text.SourceText("shop.metrics", Written(touched)))]).Module("shop")!;

    private static string Written(string touched)
    {
        var text = new StringBuilder(Definitions.Sources);
        for (int i = 0; i < 100; i++)
        {
            string condition = i == 42 ? touched : FormattableString.Invariant($"amount > {i} USD");
            text.Append(FormattableString.Invariant(
                $"""
                let big_{i} = orders where {condition}
                metric count_{i} = count(big_{i})
                metric share_{i} = count_{i} / count(orders)
                metric double_{i} = 2 * share_{i}
                metric half_{i} = count_{i} / 2
                metric sum_{i} = sum(big_{i}.amount)


                """));
        }

        return text.ToString();
    }
}
