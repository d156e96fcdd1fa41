using System.Collections.Frozen;

namespace MetricsAsCode.Values;

/// <summary>The currencies of ISO 4217 that do not have two minor digits.</summary>
internal static class Currencies
{
    private static readonly FrozenDictionary<string, int> Others = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["BIF"] = 0, ["CLP"] = 0, ["DJF"] = 0, ["GNF"] = 0, ["ISK"] = 0, ["JPY"] = 0, ["KMF"] = 0, ["KRW"] = 0, ["PYG"] = 0,
        ["RWF"] = 0, ["UGX"] = 0, ["VND"] = 0, ["VUV"] = 0, ["XAF"] = 0, ["XOF"] = 0, ["XPF"] = 0,
        ["BHD"] = 3, ["IQD"] = 3, ["JOD"] = 3, ["KWD"] = 3, ["LYD"] = 3, ["OMR"] = 3, ["TND"] = 3,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static int MinorDigits(string? currency) => currency is not null && Others.TryGetValue(currency, out var digits) ? digits : 2;
}
