using System.Globalization;
using System.Text;

namespace MetricsAsCode.Simulation;

/// <summary>A CSV file that is written field by field and kept nowhere. An empty cell is missing; no text here needs quotes.</summary>
internal sealed class CsvFile : IDisposable
{
    private const int LongestField = 256;

    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _length;
    private bool _inRow;

    public CsvFile(Stream stream, ReadOnlySpan<string> columns)
    {
        _stream = stream;
        foreach (string column in columns)
        {
            Text(column);
        }

        End();
    }

    public CsvFile Text(string? value)
    {
        if (value is null)
        {
            return Missing();
        }

        if (value.Length > LongestField / 3 || value.AsSpan().ContainsAny(",\"\r\n"))
        {
            throw new ArgumentException($"`{value}` is long or needs quotes.", nameof(value));
        }

        Separate();
        _length += Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_length));
        return this;
    }

    public CsvFile Number(long? value) => value is { } known ? Write(known, default) : Missing();

    public CsvFile Missing()
    {
        Separate();
        return this;
    }

    public CsvFile Flag(bool? value) => Text(value switch { true => "true", false => "false", null => null });

    /// <summary>Hundredths, e.g. of a currency: 1250 is 12.50.</summary>
    public CsvFile Cents(long value) => Write(value / 100m, "0.00");

    public CsvFile Date(int? day) => day is { } d ? Write(Clock.Date(d), "yyyy-MM-dd") : Missing();

    /// <summary>Seconds since 1970, e.g. <c>2026-03-01T08:00:00Z</c>.</summary>
    public CsvFile Time(long? instant) => instant is { } seconds ? Write(DateTime.UnixEpoch.AddTicks(seconds * TimeSpan.TicksPerSecond), "yyyy-MM-ddTHH:mm:ssZ") : Missing();

    /// <summary>Seconds, e.g. <c>PT540S</c>.</summary>
    public CsvFile Duration(long? seconds) => seconds is { } value ? Write(value, "'PT'0'S'") : Missing();

    public void End()
    {
        _buffer[_length++] = (byte)'\n';
        _inRow = false;
    }

    public void Dispose()
    {
        Flush();
        _stream.Dispose();
    }

    private CsvFile Write<T>(T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        Separate();
        if (!value.TryFormat(_buffer.AsSpan(_length), out int written, format, CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException($"`{value}` is longer than {LongestField} bytes.");
        }

        _length += written;
        return this;
    }

    private void Separate()
    {
        if (_length > _buffer.Length - LongestField)
        {
            Flush();
        }

        if (_inRow)
        {
            _buffer[_length++] = (byte)',';
        }

        _inRow = true;
    }

    private void Flush()
    {
        _stream.Write(_buffer, 0, _length);
        _length = 0;
    }
}
