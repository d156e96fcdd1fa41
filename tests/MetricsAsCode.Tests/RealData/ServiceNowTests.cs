using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.RealData;

/// <summary>The first days of a real service desk's incident log: figures printed by others over the same rows, and ones computed with SQL.</summary>
public sealed class ServiceNowTests
{
    private static readonly Lazy<RealData> Data = new(() => new RealData("servicenow_incidents"));

    [RealDataTheory("servicenow_incidents")]
    [InlineData("incident_count", "890")]
    [InlineData("change_count", "5998")]
    [InlineData("states", "8")]
    [InlineData("changes_while_new", "1638")]
    [InlineData("opening_times", "717")]
    [InlineData("change_times", "3499")]
    [InlineData("callers", "639")]
    [InlineData("reopened", "10")]
    public void Counts(string metric, string expected) => Measure(metric).Value.ToString().ShouldBe(expected);

    [RealDataTheory("servicenow_incidents")]
    [InlineData("mean_reassignments", 1.140380, 0.0000005)]
    [InlineData("mean_reopens", 0.012504, 0.0000005)]
    [InlineData("sla_attainment", 495.0 / 890, 1e-15)]
    [InlineData("sla_by_last_change", 495.0 / 890, 1e-15)]
    [InlineData("first_contact_resolution", 497.0 / 890, 1e-15)]
    public void Means_and_shares(string metric, double expected, double within) => Measure(metric).Value.ToDouble().ShouldBe(expected, within);

    [RealDataTheory("servicenow_incidents")]
    [InlineData("resolution_time", 315.8668)]
    [InlineData("resolution_time_median", 54.4667)]
    public void Hours_from_opening_to_resolution(string metric, double hours)
    {
        var measured = Measure(metric);
        (measured.Value.ToDouble() / 3_600_000_000).ShouldBe(hours, 0.00005);
        measured.N.ShouldBe(861);              // 29 incidents are not resolved
    }

    private static Measurement Measure(string metric) => Data.Value.Result(metric, Period.Range(new DateOnly(2016, 1, 1), new DateOnly(2017, 12, 31))).Measurement;
}
