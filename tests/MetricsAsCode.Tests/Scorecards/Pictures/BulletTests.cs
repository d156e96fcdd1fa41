using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Values;
using Unit = MetricsAsCode.Compiler.Symbols.Unit;

namespace MetricsAsCode.Tests.Scorecards.Pictures;

public class BulletTests
{
    [Fact]
    public void A_level_is_measured_from_zero()
    {
        // The bullet is 528 wide from 16 on; the highest number, 80%, stands 4% of that before its end: at 522.88.
        var svg = DrawnObjective.Draw(new FakeEngine(Shop.HalfOfQ1).With("m", "2026-Q1", 0.6), Shop.KeyResult(Shop.Metric("m"), new AtLeast(0.8m)));
        Bar(svg).ShouldBe([16, 380.2]); // 0.6 / 0.8 * 506.88
        Target(svg).ShouldBe([521.4, 3]);
        Band(svg, "bad").ShouldBe([16, 456.2]); // up to 0.9 * 80%
        Band(svg, "warn").ShouldBe([472.2, 50.7]);
        Band(svg, "good").ShouldBe([522.9, 21.1]);
    }

    [Fact]
    public void A_path_runs_from_its_start_to_its_target_also_when_it_falls()
    {
        // From 5 to 2 minutes, now 4: a third of the way between 16 + 21.12 and 544 - 21.12. Half the time has elapsed: 0.45 is on track, 0.3 at risk.
        var wait = Shop.Metric("m", Unit.Duration);
        var svg = DrawnObjective.Draw(new FakeEngine(Shop.HalfOfQ1).With("m", "2026-Q1", 4 * 60e6), Shop.KeyResult(wait, new FromTo(5 * 60_000_000m, 2 * 60_000_000m)));
        Bar(svg).ShouldBe([37.1, 161.9]); // 485.76 / 3
        Target(svg)[0].ShouldBe(521.4);
        Band(svg, "bad").ShouldBe([16, 166.8]); // 37.12 + 0.3 * 485.76 = 182.848
        Band(svg, "warn").ShouldBe([182.8, 72.9]);
        Band(svg, "good")[0].ShouldBe(255.7);
        SvgReading.Texts(svg).ShouldContain("now 4 min 00 s");
    }

    [Fact]
    public void A_count_to_come_down_shows_what_it_will_be()
    {
        // 100 half-way are 200 at the end; from 300 down by half to 150. The axis runs from 0 to 300 at 522.88.
        var calls = Shop.Metric("m", Unit.Count);
        calls.IsAdditive = true;
        var svg = DrawnObjective.Draw(
            new FakeEngine(Shop.HalfOfQ1).With("m", "2026-Q1", FakeEngine.Measured(Value.Of(100), 100)).With("m", "2025-Q4", FakeEngine.Measured(Value.Of(300), 300)),
            Shop.KeyResult(calls, new ChangeBy(false, 0.5m, false, null)));
        Bar(svg).ShouldBe([16, 169]); // 506.88 / 3
        SvgReading.Shapes(svg, "rect", "stroke").First().Numbers("x", "width").ShouldBe([185, 169]);
        Target(svg)[0].ShouldBe(267.9); // 16 + 253.44 - 1.5
        Band(svg, "good").ShouldBe([16, 278.8]); // on track up to 300 - 0.9 * 150 = 165
        Band(svg, "warn").ShouldBe([294.8, 76]); // at risk up to 300 - 0.6 * 150 = 210
    }

    [Fact]
    public void A_range_has_two_targets()
    {
        var svg = DrawnObjective.Draw(new FakeEngine(Shop.HalfOfQ1).With("m", "2026-Q1", 0.5), Shop.KeyResult(Shop.Metric("m"), new Between(0.4m, 0.6m)));
        SvgReading.Shapes(svg, "rect", "accent").Count(static r => r.Numbers("height")[0] > 20).ShouldBe(2);
        Band(svg, "good").ShouldBe([353.9, 169]);
    }

    [Fact]
    public void A_key_result_that_is_over_is_met_or_missed()
    {
        var svg = DrawnObjective.Draw(new FakeEngine(Shop.EndOfQ1).With("m", "2026-Q1", 0.6), Shop.KeyResult(Shop.Metric("m"), new AtLeast(0.8m)));
        Band(svg, "bad").ShouldBe([16, 506.9]);
        SvgReading.Shapes(svg, "rect", "warn").ShouldBeEmpty();
        SvgReading.Texts(svg).ShouldContain("achieved");
    }

    [Fact]
    public void Without_a_value_it_says_why()
    {
        var svg = DrawnObjective.Draw(new FakeEngine(Shop.HalfOfQ1), Shop.KeyResult(Shop.Metric("m"), new AtLeast(0.8m)));
        SvgReading.Texts(svg).ShouldContain("no value (no rows); target at least 80.0%");
        SvgReading.Shapes(svg, "rect", "ink").ShouldBeEmpty();
    }

    [Fact]
    public void All_kinds_side_by_side_read_well()
    {
        var nps = Shop.Metric("nps", label: "Net promoter score");
        nps.Display = new(MetricsAsCode.Compiler.Symbols.DisplayKind.Points, 0);
        var calls = Shop.Metric("calls", Unit.Count, "Support calls");
        calls.IsAdditive = true;
        var engine = new FakeEngine(Shop.HalfOfQ1)
            .With("nps", "2026-Q1", -0.25).With("nps", "2025-Q4", -0.4).With("margin", "2026-Q1", 0.5).With("refunds", "2026-Q1", 0.034)
            .With("calls", "2026-Q1", FakeEngine.Measured(Value.Of(167), 167)).With("calls", "2025-Q4", FakeEngine.Measured(Value.Of(423), 423))
            .With("wait", "2026-Q1", 4 * 60e6).With("launches", "2026-Q1", 1).With("zero", "2026-Q1", 0);
        DrawnObjective.Draw(
            engine,
            Shop.KeyResult(nps, new FromTo(-0.5m, 0.25m), "From detractors to promoters"),
            Shop.KeyResult(Shop.Metric("margin", label: "Margin"), new Between(0.4m, 0.6m), "A margin that neither starves us nor our customers, and one that we could explain to them if asked"),
            Shop.KeyResult(Shop.Metric("refunds", label: "Refunds"), new AtMost(0.03m), "Refunds of 3% at most"),
            Shop.KeyResult(calls, new ChangeBy(false, 0.3m, false, null), "Fewer calls"),
            Shop.KeyResult(Shop.Metric("wait", Unit.Duration), new FromTo(300_000_000, 120_000_000), "A shorter wait"),
            Shop.KeyResult(Shop.Metric("launches", Unit.Count), new Done(), "Launch"),
            Shop.KeyResult(Shop.Metric("nothing"), new AtLeast(0.5m), "Never measured"),
            Shop.KeyResult(Shop.Metric("zero"), new AtMost(0), "Nothing wrong")).ShouldBeApproved("bullets");
    }

    private static double[] Bar(string svg) => SvgReading.Shapes(svg, "rect", "ink").First().Numbers("x", "width");

    private static double[] Target(string svg) => SvgReading.Shapes(svg, "rect", "accent").First().Numbers("x", "width");

    private static double[] Band(string svg, string look) => SvgReading.Shapes(svg, "rect", look).First(static r => r.Attribute("fill-opacity") is not null).Numbers("x", "width");
}
