using MetricsAsCode.Data.Reading;

namespace MetricsAsCode.Data;

/// <summary>
/// Where the rows of a frame stand: the file as it was named, and the line of each row; or several files and the number of each row in its own.
/// Lines are kept as the few places where a row does not simply follow the one before it (line breaks inside quotes, blank lines, the next file),
/// so that an ordinary file costs nothing.
/// </summary>
public sealed class DataOrigin
{
    private readonly int[] _rows;
    private readonly int[] _lines;

    // The first row of each file; files without lines have rows instead.
    private readonly int[] _firstRows;
    private readonly bool _hasLines;

    // Of some rows of an origin: which.
    private readonly (DataOrigin All, int[] Rows)? _picked;

    internal DataOrigin(string file, int headerLine, int[] rows, int[] lines)
    {
        (File, Files, _firstRows) = (file, [file], [0]);
        HeaderLine = headerLine;
        _rows = rows;
        _lines = lines;
        _hasLines = true;
    }

    /// <summary>Rows of files that have no lines.</summary>
    /// <param name="file">The name for all of them.</param>
    /// <param name="files">The files.</param>
    /// <param name="firstRows">The first row of each, ascending.</param>
    internal DataOrigin(string file, IReadOnlyList<string> files, int[] firstRows)
    {
        (File, Files, _firstRows) = (file, files, firstRows);
        _rows = firstRows;
        _lines = [.. firstRows.Select(_ => 1)];
    }

    /// <summary>Some rows of an origin.</summary>
    internal DataOrigin(DataOrigin all, int[] rows) : this(all.File, all.Files, all._firstRows)
    {
        (HeaderLine, _hasLines) = (all.HeaderLine, all._hasLines);
        _picked = (all, rows);
    }

    /// <summary>The file as it was named; a pattern when several were.</summary>
    public string File { get; }

    /// <summary>The line of the header, from 1; 0 when there is none.</summary>
    public int HeaderLine { get; }

    /// <summary>The files, in the order of their rows.</summary>
    internal IReadOnlyList<string> Files { get; }

    /// <summary>The rows that do not simply follow the one before, and their lines.</summary>
    internal (int[] Rows, int[] Lines) Jumps => (_rows, _lines);

    /// <summary>The line, from 1, on which a row (from 0) begins; its number in its file when that has no lines.</summary>
    public int LineOf(int row)
    {
        if (_picked is (var all, var picked))
            return all.LineOf(picked[row]);
        int before = Before(_rows, row);
        return before < 0 ? HeaderLine + 1 + row : _lines[before] + (row - _rows[before]);
    }

    /// <summary>The file and the line of a row.</summary>
    internal ErrorPlace PlaceOf(int row) => _picked is (var all, var picked) ? all.PlaceOf(picked[row]) : new(Before(_firstRows, row), LineOf(row));

    /// <summary>A row in words, for one who stands at another row: <c>line 5</c>, <c>row 5</c> or <c>row 5 of `b.parquet`</c>.</summary>
    internal string Describe(int row, int from)
    {
        var (file, line) = PlaceOf(row);
        string there = file == PlaceOf(from).File ? "" : $" of {ErrorLog.Show(Files[file])}";
        return FormattableString.Invariant($"{(_hasLines ? "line" : "row")} {line}{there}");
    }

    /// <summary>The last place that is not behind a row; -1 when all are. Of equal places it is the last.</summary>
    private static int Before(int[] rows, int row)
    {
        int at = Array.BinarySearch(rows, row);
        if (at < 0)
            return ~at - 1;
        while (at + 1 < rows.Length && rows[at + 1] == row)
            at++;
        return at;
    }
}
