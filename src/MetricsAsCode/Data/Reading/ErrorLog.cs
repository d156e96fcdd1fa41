using System.Text;

namespace MetricsAsCode.Data.Reading;

/// <summary>
/// The errors of a frame's file, or files: all counted, the first ones in the order of the rows kept. Columns are parsed one after the other, so errors do not come in
/// that order, and a file of nothing but errors must not cost a message for each: ask <see cref="Keeps"/> before wording one.
/// </summary>
/// <param name="badRows">Whether rows that are wrong are errors, or are set aside.</param>
/// <param name="files">The names of the files, in the order of the rows.</param>
internal sealed class ErrorLog(BadRows badRows, params IReadOnlyList<string> files)
{
    /// <summary>How many errors are kept.</summary>
    public const int Kept = 20;

    /// <summary>How many rows can be set aside. A file with more is another than the one that is declared.</summary>
    public const int MostRejected = 100_000;

    private const int ValueLength = 200, ShownLength = 60;
    private readonly List<(ErrorPlace Place, DataError Error)> _errors = [];
    private readonly SortedDictionary<ErrorPlace, DataError> _rejected = [];

    public ErrorLog(params IReadOnlyList<string> files) : this(BadRows.Fail, files)
    {
    }

    /// <summary>Whether rows that are wrong are set aside, so that the others stand without them.</summary>
    public bool SetsRowsAside => badRows == BadRows.Quarantine;

    /// <summary>How many errors there are, with those not kept; without rows that are set aside.</summary>
    public long Count { get; private set; }

    /// <summary>The rows that are set aside, each with the first thing wrong with it.</summary>
    public IReadOnlyDictionary<ErrorPlace, DataError> Rejected => _rejected;

    /// <summary>Whether an error on this line would be kept. If not, count it with <see cref="Skip"/>.</summary>
    public bool Keeps(ErrorPlace place) => SetsRowsAside || _errors.Count < Kept || place.CompareTo(_errors[^1].Place) <= 0;

    /// <summary>Counts an error that is not kept.</summary>
    public void Skip() => Count++;

    /// <summary>Adds an error of a row, which begins at a place of its own, a <paramref name="value"/> of any length.</summary>
    public void AddToRow(ErrorPlace row, ErrorPlace place, int column, string? columnName, string? value, string message)
    {
        if (!SetsRowsAside)
        {
            Add(place, column, columnName, value, message);
            return;
        }

        var error = ErrorAt(place, column, columnName, value, message);
        if (!_rejected.TryGetValue(row, out var known) || (error.Line, error.Column).CompareTo((known.Line, known.Column)) < 0)
            _rejected[row] = error;
        if (_rejected.Count > MostRejected)
            throw new DataException([error with { Message = FormattableString.Invariant($"more than {MostRejected} rows break the contract, the last like this: {message}") }]);
    }

    /// <summary>Adds an error that is about the whole file, a <paramref name="value"/> of any length.</summary>
    public void Add(ErrorPlace place, int column, string? columnName, string? value, string message)
    {
        Count++;
        int at = _errors.FindLastIndex(e => e.Place.CompareTo(place) is var order && (order < 0 || (order == 0 && e.Error.Column <= column))) + 1;
        _errors.Insert(at, (place, ErrorAt(place, column, columnName, value, message)));
        if (_errors.Count > Kept)
            _errors.RemoveAt(Kept);
    }

    /// <summary>Ends reading when there is any error.</summary>
    public void ThrowIfAny(Exception? inner = null)
    {
        if (Count > 0)
            throw new DataException([.. _errors.Select(e => e.Error)], Count, inner);
    }

    /// <summary>A value in backticks on one line, cut when it is long.</summary>
    public static string Show(string value)
    {
        var shown = new StringBuilder("`");
        foreach (char c in Cut(value, ShownLength))
            shown.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => char.IsControl(c) ? FormattableString.Invariant($"\\u{(int)c:X4}") : c.ToString() });
        return shown.Append('`').ToString();
    }

    private DataError ErrorAt(ErrorPlace place, int column, string? columnName, string? value, string message) =>
        new(files[place.File], place.Line, column, columnName, value is null ? null : Cut(value, ValueLength), message);

    private static string Cut(string value, int length) =>
        value.Length <= length ? value : string.Concat(value.AsSpan(0, char.IsHighSurrogate(value[length - 1]) ? length - 1 : length), "…");
}
