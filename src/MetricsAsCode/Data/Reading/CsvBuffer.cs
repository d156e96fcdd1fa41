namespace MetricsAsCode.Data.Reading;

/// <summary>
/// A window onto a stream of text: it slides over whole rows and grows only for a long one, so that memory stays bounded whatever the file holds.
/// What is not text ends it where it stands; the rows before are still read.
/// </summary>
internal sealed class CsvBuffer(Stream stream, int initialSize)
{
    private const int SmallestSize = 1 << 8, UsualSize = 1 << 20;

    /// <summary>The longest row in bytes.</summary>
    public const int LongestRow = 1 << 24;

    private int _checked;
    private bool _isStart = true;

    public byte[] Bytes { get; private set; } = new byte[initialSize];

    /// <summary>Where the row to read next begins.</summary>
    public int Start { get; set; }

    /// <summary>How many bytes of the stream stand before the window.</summary>
    public long Passed { get; private set; }

    /// <summary>Where the bytes end that have been read and are text.</summary>
    public int End { get; private set; }

    /// <summary>Whether the stream ends at <see cref="End"/>.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Why nothing can be read past <see cref="End"/>; null while all is well.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>The index the obstacle is about.</summary>
    public int ObstacleAt { get; private set; }

    /// <summary>The size to begin with: the whole stream if it is known to be small. One byte more shows that it ends there.</summary>
    public static int SizeFor(Stream stream) => stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position + 1, SmallestSize, UsualSize) : UsualSize;

    /// <summary>Slides the window to <see cref="Start"/> and reads more. False when the stream has ended or there is an obstacle.</summary>
    public bool Fill()
    {
        if (IsLast || Obstacle is not null)
            return false;
        Slide();
        if (End == Bytes.Length && !Grow())
            return false;
        // A full buffer each time: a row is scanned again after each fill, so a stream that gives little at a time would make a long one slow.
        int room = Bytes.Length - End;
        int count = stream.ReadAtLeast(Bytes.AsSpan(End), room, throwOnEndOfStream: false);
        IsLast = count < room;
        End += count;
        Check();
        SkipByteOrderMark();
        return true;
    }

    private void Slide()
    {
        if (Start == 0)
            return;
        Bytes.AsSpan(Start, End - Start).CopyTo(Bytes);
        _checked -= Start;
        End -= Start;
        Passed += Start;
        Start = 0;
    }

    private bool Grow()
    {
        if (Bytes.Length >= LongestRow)
        {
            ObstacleAt = Start;
            Obstacle = FormattableString.Invariant($"the row is longer than {LongestRow} bytes, the most that is read.");
            return false;
        }

        var larger = new byte[Bytes.Length * 2];
        Bytes.CopyTo(larger, 0);
        Bytes = larger;
        return true;
    }

    private void Check()
    {
        int bad = Utf8Check.FirstBad(Bytes.AsSpan(_checked, End - _checked), IsLast, out int whole);
        if (bad < 0)
        {
            _checked += whole;
            return;
        }

        byte found = Bytes[_checked + bad];
        Obstacle = found == 0
            ? "there is a NUL byte: this is not a text file, or it is UTF-16. Save it as CSV in UTF-8."
            : _isStart && bad == 0 && found >= 0xFE
                ? "the file is UTF-16. Save it as UTF-8."
                : FormattableString.Invariant($"the byte 0x{found:X2} is not UTF-8. Save the file as UTF-8.");
        End = ObstacleAt = _checked + bad;
        IsLast = false;
    }

    private void SkipByteOrderMark()
    {
        if (!_isStart || (End < 3 && !IsLast && Obstacle is null))
            return;
        _isStart = false;
        if (Bytes.AsSpan(0, End).StartsWith("\uFEFF"u8))
            Start = 3;
    }
}
