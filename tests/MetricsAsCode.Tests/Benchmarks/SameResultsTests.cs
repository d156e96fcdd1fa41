using MetricsAsCode.Benchmarks.Cases;

namespace MetricsAsCode.Tests.Benchmarks;

public class SameResultsTests
{
    [Fact]
    public void Counts_must_be_equal_to_the_last_digit() =>
        Difference(1_000_000_001, 1_000_000_000).ShouldBe("orders|2025|: ours 1000000001, theirs 1000000000");

    [Fact]
    public void Other_numbers_may_differ_by_a_thousand_millionth()
    {
        Difference(0.5, 0.5 + 4e-10).ShouldBeNull();
        Difference(0.5, 0.5 + 6e-10).ShouldNotBeNull();
    }

    [Fact]
    public void No_value_is_not_0()
    {
        Difference(null, 0).ShouldBe("orders|2025|: ours no value, theirs 0");
        Difference(null, null).ShouldBeNull();
    }

    [Fact]
    public void A_result_that_only_one_of_them_has_is_a_difference()
    {
        var one = new Dictionary<string, double?> { ["orders|2025|"] = 1 };
        SameResults.Difference(one, new Dictionary<string, double?>()).ShouldBe("orders|2025|: ours 1, theirs is not there");
        SameResults.Difference(new Dictionary<string, double?>(), one).ShouldBe("orders|2025|: ours is not there, theirs 1");
    }

    private static string? Difference(double? ours, double? theirs) =>
        SameResults.Difference(new Dictionary<string, double?> { ["orders|2025|"] = ours }, new Dictionary<string, double?> { ["orders|2025|"] = theirs });
}
