namespace MetricsAsCode.Data;

/// <summary>One place where a file breaks the contract of its source.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Line">The line, from 1, or the row of a file that has no lines; 0 when the error is about the whole file.</param>
/// <param name="Column">The column of the cell's first character, from 1, in UTF-16 code units; 0 when it is not known.</param>
/// <param name="ColumnName">The declared column; null when the error is about no column.</param>
/// <param name="Value">The cell's text, cut after 200 characters; null when there is none.</param>
/// <param name="Message">The fact, then the remedy.</param>
public sealed record DataError(string File, int Line, int Column, string? ColumnName, string? Value, string Message)
{
    /// <summary>E.g. <c>orders.csv(17,42): error: column `amount`: `12x` is not a number.</c></summary>
    public override string ToString()
    {
        string place = (Line, Column) switch
        {
            (0, _) => "",
            (_, 0) => $"({Line})",
            _ => $"({Line},{Column})",
        };
        return $"{File}{place}: error: {(ColumnName is null ? "" : $"column `{ColumnName}`: ")}{Message}";
    }
}
