using System.Text;

namespace MetricsAsCode.Data.Reading;

/// <summary>
/// The errors of a frame's file, or files: all counted, the first ones in the order of the rows kept. Columns are parsed one after the other, so errors do not come in
/// that order, and a file of nothing but errors must not cost a message for each: ask <see cref="Keeps"/> before wording one.
/// </summary>
/// <param name="files">The names of the files, in the order of the rows.</param>
internal sealed class ErrorLog(params IReadOnlyList<string> files)
{
    /// <summary>How many errors are kept.</summary>
    public const int Kept = 20;

    private const int ValueLength = 200, ShownLength = 60;
    private readonly List<(ErrorPlace Place, DataError Error)> _errors = [];

    /// <summary>How many errors there are, with those not kept.</summary>
    public long Count { get; private set; }

    /// <summary>Whether an error on this line would be kept. If not, count it with <see cref="Skip"/>.</summary>
    public bool Keeps(ErrorPlace place) => _errors.Count < Kept || place.CompareTo(_errors[^1].Place) <= 0;

    /// <summary>Counts an error that is not kept.</summary>
    public void Skip() => Count++;

    /// <summary>Adds an error, a <paramref name="value"/> of any length.</summary>
    public void Add(ErrorPlace place, int column, string? columnName, string? value, string message)
    {
        Count++;
        int at = _errors.FindLastIndex(e => e.Place.CompareTo(place) is var order && (order < 0 || (order == 0 && e.Error.Column <= column))) + 1;
        _errors.Insert(at, (place, new DataError(files[place.File], place.Line, column, columnName, value is null ? null : Cut(value, ValueLength), message)));
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

    private static string Cut(string value, int length) =>
        value.Length <= length ? value : string.Concat(value.AsSpan(0, char.IsHighSurrogate(value[length - 1]) ? length - 1 : length), "…");
}
