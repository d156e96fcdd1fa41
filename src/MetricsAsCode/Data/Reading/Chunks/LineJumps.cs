namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>The rows of a chunk that hold line breaks inside quotes, and how many.</summary>
internal sealed class LineJumps
{
    private readonly List<(int Row, int Breaks)> _rows = [];

    /// <summary>Notes line breaks of a row, counted in the file; rows come in order.</summary>
    public void Add(int row, int breaks)
    {
        if (_rows.Count > 0 && _rows[^1].Row == row)
            _rows[^1] = (row, _rows[^1].Breaks + breaks);
        else
            _rows.Add((row, breaks));
    }

    /// <summary>Where the rows of a file stand, from the jumps of all its chunks in order.</summary>
    public static DataOrigin OriginOf(IEnumerable<LineJumps?> chunks, string file, int headerLine, int firstLine, int rowCount)
    {
        var rows = new List<int>();
        var lines = new List<int>();
        if (firstLine != headerLine + 1)
            (rows, lines) = ([0], [firstLine]);
        int line = firstLine;
        foreach (var (row, breaks) in chunks.SelectMany(c => c?._rows ?? []))
        {
            line += breaks;
            if (row + 1 == rowCount)
                break;
            rows.Add(row + 1);
            lines.Add(line + row + 1);
        }

        return new DataOrigin(file, headerLine, [.. rows], [.. lines]);
    }
}
