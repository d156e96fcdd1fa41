namespace MetricsAsCode.Differential.Model;

/// <summary>Texts as definitions and CSV files write them.</summary>
internal static class Texts
{
    public static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    public static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
