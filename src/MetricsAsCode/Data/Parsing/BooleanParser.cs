using System.Text;

namespace MetricsAsCode.Data.Parsing;

/// <summary><c>true</c>, <c>false</c> in any case, <c>1</c>, <c>0</c>.</summary>
internal readonly struct BooleanParser : ICellParser<bool>
{
    public CellFault Parse(ReadOnlySpan<byte> cell, out bool value)
    {
        value = cell is [(byte)'1'] || Ascii.EqualsIgnoreCase(cell, "true"u8);
        return value || cell is [(byte)'0'] || Ascii.EqualsIgnoreCase(cell, "false"u8) ? CellFault.None : CellFault.Form;
    }

    public string Explain(CellFault fault, string shown) => $"{shown} is not a boolean. Write `true`, `false`, `1` or `0`.";
}
