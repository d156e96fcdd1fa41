namespace MetricsAsCode.Shared;

/// <summary>How many digits behind the point a currency has (ISO 4217): two, unless it is listed here. Linked into the compiler and the runtime, so that both agree.</summary>
internal static class Currencies
{
    private static readonly HashSet<string> WithoutMinorUnit = new(StringComparer.Ordinal)
    {
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF",
    };

    private static readonly HashSet<string> WithThreeDigits = new(StringComparer.Ordinal) { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND" };

    public static int MinorDigits(string? currency) =>
        currency is null ? 2 : WithoutMinorUnit.Contains(currency) ? 0 : WithThreeDigits.Contains(currency) ? 3 : 2;
}
