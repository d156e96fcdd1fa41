using System.Buffers;

namespace MetricsAsCode.Data.Reading;

/// <summary>
/// Splits CSV (RFC 4180) into rows and cells without copying them.
/// <list type="number">
/// <item>Cells are separated by commas; a row ends with CR LF, LF, CR or the end of the file.</item>
/// <item>A cell that begins with a quote ends with one; in between, commas and line breaks are text and a doubled quote is one quote.</item>
/// <item>A quote anywhere else is an error: guessing what it means would shift cells silently. So is text after a closing quote.</item>
/// <item>Blanks are part of their cell.</item>
/// <item>An empty line is skipped, unless the file has one column: there it is a row whose cell is missing.</item>
/// </list>
/// </summary>
internal sealed class CsvScanner(Stream stream, ErrorLog log, int bufferSize)
{
    /// <summary>The longest cell in bytes. A file whose quote is never closed ends here instead of filling the memory.</summary>
    public const int LongestCell = 1 << 20;

    public const int MostColumns = 1 << 16;

    private static readonly SearchValues<byte> Special = SearchValues.Create(",\"\r\n"u8);
    private static readonly SearchValues<byte> Separators = SearchValues.Create(",\r\n"u8);

    private readonly CsvBuffer _buffer = new(stream, bufferSize);
    private Cell[] _cells = new Cell[16];
    private int[] _columnOfSlot = [];
    private int _columnCount;
    private int _line = 1;
    private bool _isDone;

    // The row scanned last: its number of cells (which may be more than are kept), its line breaks inside quotes, its end, and the first thing wrong with it.
    private int _count;
    private int _breaks;
    private int _next;
    private string? _fault;
    private int _faultAt;

    /// <summary>How many bytes of the stream stand before the row to read next.</summary>
    public long Position => _buffer.Passed + _buffer.Start;

    /// <summary>The line, from 1, on which the row to read next begins.</summary>
    public int Line => _line;

    /// <summary>The header as one row whose slots are all the file's columns; null when there is no row at all, or none that can be read.</summary>
    public CsvBatch? ReadHeader()
    {
        while (true)
        {
            if (!Advance())
                return null;
            if (IsEmptyLine)
                Pass();
            else
                break;
        }

        _columnCount = _count;
        if (_fault is not null)
            LogFault();
        if (_count > MostColumns)
            log.Add(_line, 0, null, null, FormattableString.Invariant($"the header names {_count} columns, more than the {MostColumns} that are read."));
        if (log.Count > 0)
            return null;
        var header = new CsvBatch(_count, 1) { Bytes = _buffer.Bytes };
        header.AddRow(_buffer.Start, _line, _cells, [.. Enumerable.Range(0, _count)]);
        Pass();
        return header;
    }

    /// <summary>From here on, batches hold these columns of the file, one to a slot.</summary>
    public void Select(int[] columnOfSlot) => _columnOfSlot = columnOfSlot;

    /// <summary>Notes why the rest of the file cannot be read; false when nothing is in the way.</summary>
    public bool LogObstacle()
    {
        if (_buffer.Obstacle is not { } obstacle)
            return false;
        var (line, column) = CsvBatch.PlaceOf(_buffer.Bytes, _buffer.Start, _line, _buffer.ObstacleAt);
        log.Add(line, column, null, null, obstacle);
        return true;
    }

    /// <summary>Reads rows into a batch, as many as fit and are at hand. False when there are no more.</summary>
    public bool Read(CsvBatch batch)
    {
        batch.RowCount = 0;
        while (batch.RowCount < batch.Capacity && Advance(mayFill: batch.RowCount == 0))
        {
            if (_fault is not null)
                LogFault();
            else if (_count == _columnCount)
                batch.AddRow(_buffer.Start, _line, _cells, _columnOfSlot);
            else if (!IsEmptyLine)
                LogWidth();
            Pass();
        }

        batch.Bytes = _buffer.Bytes;
        return batch.RowCount > 0;
    }

    private bool IsEmptyLine => _count == 1 && _cells[0].IsBlank && _fault is null;

    /// <summary>Scans the row at hand. Bytes may move only while no batch points at them.</summary>
    private bool Advance(bool mayFill = true)
    {
        while (!_isDone)
        {
            if (_buffer.IsLast && _buffer.Start == _buffer.End)
                _isDone = true;
            else if (ScanRow())
                return true;
            else if (_isDone || !mayFill)
                return false;
            else if (!_buffer.Fill())
                _isDone = LogObstacle() || _buffer.IsLast;
        }

        return false;
    }

    private void Pass()
    {
        _line += _breaks + 1;
        _buffer.Start = _next;
    }

    /// <summary>Scans one row from the start of the buffer; false when its end is not yet there.</summary>
    private bool ScanRow()
    {
        byte[] bytes = _buffer.Bytes;
        int at = _buffer.Start, end = _buffer.End;
        _count = _breaks = 0;
        _fault = null;
        while (true)
        {
            if (!(at < end && bytes[at] == '"' ? ScanQuoted(ref at) : ScanPlain(ref at)))
                return false;
            byte separator = at < end ? bytes[at++] : (byte)'\n';
            if (separator == ',')
                continue;
            if (separator == '\r' && at == end && !_buffer.IsLast)
                return false;
            if (separator == '\r' && at < end && bytes[at] == '\n')
                at++;
            _next = at;
            return true;
        }
    }

    private bool ScanPlain(ref int at)
    {
        int start = at;
        var rest = _buffer.Bytes.AsSpan(at, _buffer.End - at);
        int length = rest.IndexOfAny(Special);
        if (length >= 0 && rest[length] == '"')
        {
            Blame(start, "there is a quote inside a cell that does not begin with one. Put the whole cell in quotes and double those inside.");
            int after = rest[length..].IndexOfAny(Separators);
            length = after < 0 ? -1 : length + after;
        }

        if (length < 0 && !HasEnded(start, rest.Length))
            return false;
        length = length < 0 ? rest.Length : length;
        at += length;
        return Keep(new Cell(start, length, isQuoted: false, hasDoubledQuotes: false), start);
    }

    private bool ScanQuoted(ref int at)
    {
        int quote = at, end = _buffer.End, start = at + 1;
        byte[] bytes = _buffer.Bytes;
        bool hasDoubled = false;
        at = start;
        while (true)
        {
            int length = bytes.AsSpan(at, end - at).IndexOf((byte)'"');
            if (length < 0)
                return Unclosed(quote);
            at += length + 1;
            if (at == end && !_buffer.IsLast)
                return HasEnded(quote, end - quote);
            if (at == end || bytes[at] != '"')
                break;
            hasDoubled = true;
            at++;
        }

        var cell = new Cell(start, at - 1 - start, isQuoted: true, hasDoubled);
        _breaks += LineBreaks.Count(bytes.AsSpan(cell.Start, cell.Length));
        return SkipAfterQuote(quote, ref at) && Keep(cell, quote);
    }

    /// <summary>Goes to the separator after a closing quote, which should be right there.</summary>
    private bool SkipAfterQuote(int quote, ref int at)
    {
        if (at == _buffer.End || Separators.Contains(_buffer.Bytes[at]))
            return true;
        Blame(quote, "the cell goes on after its closing quote. Double the quotes inside a quoted cell.");
        int length = _buffer.Bytes.AsSpan(at, _buffer.End - at).IndexOfAny(Separators);
        if (length < 0 && !HasEnded(quote, _buffer.End - quote))
            return false;
        at = length < 0 ? _buffer.End : at + length;
        return true;
    }

    private bool Unclosed(int quote)
    {
        if (HasEnded(quote, _buffer.End - quote))
            Stop(quote, "the quote that opens this cell is never closed.");
        return false;
    }

    /// <summary>Whether a cell whose end is not in the buffer ends with the file; if it may still go on, it must not have become too long.</summary>
    private bool HasEnded(int cell, int length)
    {
        if (!_buffer.IsLast && length > LongestCell)
            StopTooLong(cell);
        return _buffer.IsLast;
    }

    private bool Keep(Cell cell, int at)
    {
        if (cell.Length > LongestCell)
        {
            StopTooLong(at);
            return false;
        }

        if (_count == _cells.Length && (_columnCount == 0 || _count < _columnCount) && _count < MostColumns)
            Array.Resize(ref _cells, _cells.Length * 2);
        if (_count < _cells.Length)
            _cells[_count] = cell;
        _count++;
        return true;
    }

    private void Blame(int at, string fault)
    {
        if (_fault is not null)
            return;
        _fault = fault;
        _faultAt = at;
    }

    private void LogFault()
    {
        var (line, column) = CsvBatch.PlaceOf(_buffer.Bytes, _buffer.Start, _line, _faultAt);
        log.AddToRow(_line, line, column, null, null, _fault!);
    }

    private void LogWidth()
    {
        string remedy = _count > _columnCount ? "Put cells that contain a comma in quotes." : "Write a comma for every cell, also an empty one.";
        log.AddToRow(_line, _line, 0, null, null, FormattableString.Invariant($"the row has {_count} cells, the header has {_columnCount}. {remedy}"));
    }

    private void StopTooLong(int at) =>
        Stop(at, FormattableString.Invariant($"the cell is longer than {LongestCell} bytes, the most that is read. Is a closing quote missing?"));

    private void Stop(int at, string message)
    {
        var (line, column) = CsvBatch.PlaceOf(_buffer.Bytes, _buffer.Start, _line, at);
        log.Add(line, column, null, null, message);
        _isDone = true;
    }
}
