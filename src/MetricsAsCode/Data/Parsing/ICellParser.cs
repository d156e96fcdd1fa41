namespace MetricsAsCode.Data.Parsing;

/// <summary>Reads the UTF-8 bytes of one cell. Implemented by structs, so that a column's loop is compiled with its parser inside.</summary>
internal interface ICellParser<T> where T : unmanaged
{
    /// <summary>The value of a cell that is not empty; <paramref name="value"/> means nothing if there is a fault.</summary>
    CellFault Parse(ReadOnlySpan<byte> cell, out T value);

    /// <summary>The fault in words: the fact, then the remedy. <paramref name="shown"/> is the cell in backticks.</summary>
    string Explain(CellFault fault, string shown);
}
