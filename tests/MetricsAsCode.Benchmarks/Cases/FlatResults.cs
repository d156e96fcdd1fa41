namespace MetricsAsCode.Benchmarks.Cases;

/// <summary>Results as every engine of a comparison gives them: <c>METRIC|PERIOD|GROUP</c>, the group empty without a breakdown; null for no value.</summary>
internal static class FlatResults
{
    public static string Key(string metric, string period, string group = "") => $"{metric}|{period}|{group}";
}
