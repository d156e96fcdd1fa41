using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Tests.Scorecards.Pictures;
using MetricsAsCode.Values;
using Unit = MetricsAsCode.Compiler.Symbols.Unit;

namespace MetricsAsCode.Tests.Scorecards;

public class PaceTests
{
    [Fact]
    public void A_path_is_compared_with_the_time_that_has_elapsed() => PaceOf(new FromTo(0.2m, 0.6m), 0.3).ShouldBe("0.50×"); // a quarter of the way in half of the time

    [Fact]
    public void A_projection_is_compared_with_the_target_itself()
    {
        // 100 half-way are 200 in all: of the way from 300 to 150 two thirds.
        var calls = Shop.Metric("m", Unit.Count);
        calls.IsAdditive = true;
        var engine = new FakeEngine(Shop.HalfOfQ1).With("m", "2026-Q1", FakeEngine.Measured(Value.Of(100), 100)).With("m", "2025-Q4", FakeEngine.Measured(Value.Of(300), 300));
        DrawnObjective.Of(engine, Shop.KeyResult(calls, new ChangeBy(false, 0.5m, false, null))).KeyResults.Single().Pace!.Text.ShouldBe("0.67×");
    }

    [Fact]
    public void A_level_has_no_pace() => PaceOf(new AtLeast(0.5m), 0.3).ShouldBeNull();

    [Fact]
    public void What_is_over_has_no_pace() =>
        DrawnObjective.Of(new FakeEngine(Shop.EndOfQ1).With("m", "2026-Q1", 0.3), Shop.KeyResult(Shop.Metric("m"), new FromTo(0.2m, 0.6m))).KeyResults.Single().Pace.ShouldBeNull();

    private static string? PaceOf(Target target, double now) =>
        DrawnObjective.Of(new FakeEngine(Shop.HalfOfQ1).With("m", "2026-Q1", now), Shop.KeyResult(Shop.Metric("m"), target)).KeyResults.Single().Pace?.Text;
}
