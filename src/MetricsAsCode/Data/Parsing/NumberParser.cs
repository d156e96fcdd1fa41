using System.Globalization;

namespace MetricsAsCode.Data.Parsing;

/// <summary>Finite binary floating point, e.g. <c>12.5</c> or <c>1.5e-3</c>. Minus zero becomes zero, so that equal numbers have equal bits.</summary>
internal readonly struct NumberParser : ICellParser<double>
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public CellFault Parse(ReadOnlySpan<byte> cell, out double value)
    {
        if (!double.TryParse(cell, Styles, CultureInfo.InvariantCulture, out value))
            return CellFault.Form;
        value += 0.0;
        return double.IsFinite(value) ? CellFault.None : IsSpelledOut(cell) ? CellFault.Form : CellFault.Range;
    }

    public string Explain(CellFault fault, string shown) => fault == CellFault.Range
        ? $"{shown} is beyond the finite numbers of 64 bits."
        : $"{shown} is not a number. Write digits with a point, e.g. `1234.5`.";

    /// <summary>Whether the cell says "NaN" or "Infinity" instead of a number that is too large.</summary>
    private static bool IsSpelledOut(ReadOnlySpan<byte> cell) => !cell.ContainsAnyInRange((byte)'0', (byte)'9');
}
