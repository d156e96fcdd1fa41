namespace MetricsAsCode.Cli.Findings;

/// <summary>The forms in which other machines read findings.</summary>
internal static class FindingFormats
{
    private static readonly (string Name, Func<IReadOnlyList<Finding>, string> Write)[] All =
    [
        ("sarif", SarifLog.Of),
        ("github", WorkflowCommands.Of),
        ("gitlab", CodeQualityReport.Of),
    ];

    /// <summary>As given to <c>--format</c>.</summary>
    public static string[] Names { get; } = [.. All.Select(f => f.Name)];

    /// <summary>The findings as text that ends its last line; null when the format is none of these.</summary>
    public static string? Write(string format, IReadOnlyList<Finding> findings) =>
        All.FirstOrDefault(f => string.Equals(f.Name, format, StringComparison.Ordinal)).Write?.Invoke(findings);
}
