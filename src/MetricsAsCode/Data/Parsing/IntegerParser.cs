namespace MetricsAsCode.Data.Parsing;

/// <summary>Whole numbers, e.g. <c>-12</c>.</summary>
internal readonly struct IntegerParser : ICellParser<long>
{
    public CellFault Parse(ReadOnlySpan<byte> cell, out long value) => Digits.ParseScaled(cell, 0, out value);

    public string Explain(CellFault fault, string shown) => fault switch
    {
        CellFault.Range => $"{shown} is beyond the 64-bit integers.",
        CellFault.Precision => $"{shown} is not a whole number. Declare the column as `decimal` or `number` to keep the digits after the point.",
        _ => $"{shown} is not an integer. Write digits only, e.g. `-1234`.",
    };
}
