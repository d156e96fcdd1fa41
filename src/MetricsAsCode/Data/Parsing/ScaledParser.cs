using System.Globalization;

namespace MetricsAsCode.Data.Parsing;

/// <summary>Exact fixed point: decimal and money, e.g. <c>-12.50</c>. No digit is ever rounded away.</summary>
internal readonly struct ScaledParser(ColumnType type) : ICellParser<long>
{
    private readonly int _scale = type.Scale;

    public CellFault Parse(ReadOnlySpan<byte> cell, out long value) => Digits.ParseScaled(cell, _scale, out value);

    public string Explain(CellFault fault, string shown) => fault switch
    {
        CellFault.Range => $"{shown} is beyond what 64 bits hold with {Count(_scale)} after the point.",
        CellFault.Precision => $"{shown} has more than {Count(_scale)} after the point. Declare a larger scale to keep them, e.g. `{type.Kind.ToString().ToLowerInvariant()}({Larger})`.",
        _ => $"{shown} is not a number. Write digits with a point, e.g. `1234.5`.",
    };

    private string Larger => Math.Min(ColumnType.MaxScale, _scale + 2).ToString(CultureInfo.InvariantCulture);

    private static string Count(int digits) => digits == 1 ? "1 digit" : FormattableString.Invariant($"{digits} digits");
}
