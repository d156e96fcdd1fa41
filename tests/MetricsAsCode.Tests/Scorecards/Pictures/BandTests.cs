using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Scorecards.Pictures;

/// <summary>The bands say of every value what scoring says of it.</summary>
public class BandTests
{
    public static TheoryData<string, bool> Targets()
    {
        var data = new TheoryData<string, bool>();
        foreach (var name in Known.Keys)
        {
            data.Add(name, false);
            data.Add(name, true);
        }

        return data;
    }

    private static readonly Dictionary<string, Target> Known = new()
    {
        ["up"] = new FromTo(20, 60),
        ["down"] = new FromTo(60, 20),
        ["increase"] = new ChangeBy(true, 0.2m, false, null),
        ["decrease"] = new ChangeBy(false, 0.2m, false, null),
        ["more"] = new ChangeBy(true, 15, true, null),
        ["at least"] = new AtLeast(70),
        ["at least nothing"] = new AtLeast(0),
        ["at least below zero"] = new AtLeast(-5),
        ["at most"] = new AtMost(70),
        ["at most nothing"] = new AtMost(0),
        ["between"] = new Between(40, 60),
        ["between around zero"] = new Between(-10, 10),
        ["reach"] = new Reach(80),
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_value_lies_in_the_band_of_its_status(string target, bool isAdditive)
    {
        foreach (var asOf in new[] { Shop.HalfOfQ1, Shop.EndOfQ1 })
        {
            for (var value = -20.5; value < 150; value += 1.3713)
                Check(Known[target], isAdditive, asOf, value);
        }
    }

    private static void Check(Target target, bool isAdditive, MetricsAsCode.Time.Instant asOf, double value)
    {
        var metric = Shop.Metric("m", MetricsAsCode.Compiler.Symbols.Unit.Number);
        metric.IsAdditive = isAdditive;
        var row = DrawnObjective.Of(new FakeEngine(asOf).With("m", "2026-Q1", value).With("m", "2025-Q4", 50), Shop.KeyResult(metric, target)).KeyResults.Single();
        var judged = row.IsProjectionScored ? row.Projected!.Number!.Value : value;
        var found = row.Aim!.Bands.Single(b => !(judged < b.From) && !(judged >= b.To)).Status;
        // What is counted and met stays met: it is achieved before the end.
        (row.Status.Word is "achieved" && asOf == Shop.HalfOfQ1 ? "on track" : row.Status.Word).ShouldBe(found, $"{target} at {value} has bands {string.Join(", ", row.Aim.Bands.AsEnumerable())}");
    }

    [Fact]
    public void While_there_is_no_score_there_are_no_bands() =>
        DrawnObjective.Of(new FakeEngine(Shop.HalfOfQ1), Shop.KeyResult(Shop.Metric("m"), new AtLeast(0.8m))).KeyResults.Single().Aim!.Bands.ShouldBeEmpty();

    [Fact]
    public void What_has_no_number_to_reach_has_no_aim()
    {
        var model = DrawnObjective.Of(new FakeEngine(Shop.HalfOfQ1).With("a", "2026-Q1", 1).With("b", "2026-Q1", 1), Shop.KeyResult(Shop.Metric("a"), new Done()), Shop.KeyResult(Shop.Metric("b"), new ChangeBy(true, 0.1m, false, null)));
        model.KeyResults.Select(static k => k.Aim).ShouldBe([null, (AimModel?)null]);
    }
}
