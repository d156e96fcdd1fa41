using MetricsAsCode.Results;
using MetricsAsCode.Values;

namespace MetricsAsCode.Cli.Results;

/// <summary>One result, what it is broken down by, and how its product writes digits.</summary>
internal sealed record ResultRow(MetricResult Result, string? By, DisplayLocale Locale)
{
    public Measurement Measurement => Result.Measurement;

    /// <summary>The value as people read it.</summary>
    public string Shown => Measurement.Value.HasValue ? DisplayFormat.Write(Measurement.Value, Measurement.Unit, Measurement.Display, Locale) : "no value";

    /// <summary>The group as people read it; empty without a breakdown.</summary>
    public string Group => Result.IsGroup ? Result.Group ?? "(missing)" : "";

    /// <summary>The reason for no value, what is said of a sample, then the caveats.</summary>
    public IEnumerable<string> Notes => Said.Where(n => n is not null).Select(n => n!);

    private IEnumerable<string?> Said => [Measurement.Reason?.Text, .. Measurement.OnSample(Locale), .. Measurement.Caveats];
}
