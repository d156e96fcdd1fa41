namespace MetricsAsCode.Data;

/// <summary>
/// Where the rows of a frame stand: the file as it was named, and the line of each row. Lines are kept as the few places where a row does not simply
/// follow the one before it (line breaks inside quotes, blank lines), so that an ordinary file costs nothing.
/// </summary>
public sealed class DataOrigin
{
    private readonly int[] _rows;
    private readonly int[] _lines;

    internal DataOrigin(string file, int headerLine, int[] rows, int[] lines)
    {
        File = file;
        HeaderLine = headerLine;
        _rows = rows;
        _lines = lines;
    }

    /// <summary>The file as it was named.</summary>
    public string File { get; }

    /// <summary>The line of the header, from 1.</summary>
    public int HeaderLine { get; }

    /// <summary>The line, from 1, on which a row (from 0) begins.</summary>
    public int LineOf(int row)
    {
        int at = Array.BinarySearch(_rows, row);
        int before = at >= 0 ? at : ~at - 1;
        return before < 0 ? HeaderLine + 1 + row : _lines[before] + (row - _rows[before]);
    }
}
