namespace MetricsAsCode.Data.Reading;

/// <summary>Cuts a stream into lines without copying them; empty ones are passed over.</summary>
internal sealed class JsonLineScanner(Stream stream, ErrorLog log, int bufferSize)
{
    private readonly CsvBuffer _buffer = new(stream, bufferSize);
    private int _line;

    /// <summary>The next line that is not blank, valid until the next call, and its number from 1. False at the end, or where the text cannot be read on, which is logged.</summary>
    public bool Next(out ReadOnlySpan<byte> line, out int number)
    {
        while (Advance(out line))
        {
            number = ++_line;
            if (!line.Trim(" \t"u8).IsEmpty)
                return true;
        }

        number = 0;
        return false;
    }

    private bool Advance(out ReadOnlySpan<byte> line)
    {
        int searched = _buffer.Start;
        while (true)
        {
            var rest = _buffer.Bytes.AsSpan(searched, _buffer.End - searched);
            int length = rest.IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = WithoutReturn(_buffer.Bytes.AsSpan(_buffer.Start, searched + length - _buffer.Start));
                _buffer.Start = searched + length + 1;
                return true;
            }

            int known = _buffer.End - _buffer.Start;
            if (_buffer.IsLast)
                return TakeLast(known, out line);
            if (!_buffer.Fill() && !_buffer.IsLast)
                return LogObstacle(out line);
            searched = _buffer.Start + Math.Min(known, _buffer.End - _buffer.Start);
        }
    }

    private bool TakeLast(int length, out ReadOnlySpan<byte> line)
    {
        line = WithoutReturn(_buffer.Bytes.AsSpan(_buffer.Start, length));
        _buffer.Start = _buffer.End;
        return length > 0;
    }

    private bool LogObstacle(out ReadOnlySpan<byte> line)
    {
        line = default;
        int column = LineBreaks.ColumnAfter(_buffer.Bytes.AsSpan(_buffer.Start, _buffer.ObstacleAt - _buffer.Start));
        log.Add(_line + 1, column, null, null, _buffer.Obstacle!);
        return false;
    }

    private static ReadOnlySpan<byte> WithoutReturn(ReadOnlySpan<byte> line) => line.EndsWith("\r"u8) ? line[..^1] : line;
}
