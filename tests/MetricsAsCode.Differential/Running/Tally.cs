using System.Collections.Concurrent;
using System.Globalization;
using MetricsAsCode.Differential.Generation;
using MetricsAsCode.Differential.Model;
using MetricsAsCode.Results;

namespace MetricsAsCode.Differential.Running;

/// <summary>What to compare with the reference evaluator.</summary>
internal sealed record EngineChoice(bool Compiled, bool DuckDb)
{
    /// <summary>Databases that run as servers, by the names of <see cref="Comparing.Databases"/>.</summary>
    public IReadOnlyList<string> Servers { get; init; } = [];

    /// <summary>All databases, by the same names.</summary>
    public IEnumerable<string> Databases => DuckDb ? Servers.Prepend("duckdb") : Servers;
}

/// <summary>Counts of a run, from all its workers.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> productions = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, (TimeSpan Total, TimeSpan Longest, int Number)> times = new(StringComparer.Ordinal);

    public int this[string what] => counts.GetValueOrDefault(what);

    /// <summary>How often each production stands in a program that binds.</summary>
    public IReadOnlyDictionary<string, int> Productions => productions;

    public void Generated(RandomProgram generated, RandomProgram? sound)
    {
        Add("programs");
        Add("metrics", generated.Metrics.Length);
        Add("metrics that do not bind", generated.Metrics.Length - (sound?.Metrics.Length ?? 0));
        if (sound is null)
            Add("programs that do not bind");
        else if (sound.Metrics.Length < generated.Metrics.Length)
            Add("programs that bind in part");
        if (sound?.Trap is not null)
            Add("traps refused");
    }

    public void Computed(RandomProgram program, IReadOnlyList<MetricResult> expected)
    {
        Add("results", expected.Count);
        Add("results with a value", expected.Count(r => r.Measurement.Value.HasValue));
        Add("results of groups", expected.Count(r => r.IsGroup));
        foreach (string production in program.Productions)
            productions.AddOrUpdate(production, 1, (_, n) => n + 1);
    }

    public void Judged(string engine, Verdict verdict)
    {
        Add($"results compared with {engine}", verdict.Compared);
        Add($"questions refused by {engine}", verdict.Refused.Count);
        foreach (string refusal in verdict.Refused)
            Add($"questions refused by {engine}: {refusal}");
        if (verdict.Differences.Count > 0)
            Add($"programs that {engine} computes otherwise");
    }

    /// <summary>How long something took, and for which program longest.</summary>
    public void Time(string what, int number, TimeSpan taken) =>
        times.AddOrUpdate(what, (taken, taken, number), (_, t) => (t.Total + taken, taken > t.Longest ? taken : t.Longest, taken > t.Longest ? number : t.Number));

    public IEnumerable<string> Times() => times.OrderBy(t => t.Key, StringComparer.Ordinal)
        .Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Value.Total.TotalSeconds,9:0.0} s {t.Key}, longest {t.Value.Longest.TotalSeconds:0.0} s for program {t.Value.Number}"));

    public IEnumerable<string> Lines() => counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value,9} {c.Key}"));

    public IEnumerable<string> Histogram() => productions.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value,9} {c.Key}"));

    private void Add(string what, int count = 1) => counts.AddOrUpdate(what, count, (_, n) => n + count);
}
