using System.Numerics;
using System.Runtime.CompilerServices;
using Microsoft.Win32.SafeHandles;

namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>
/// One thread's bytes of a chunk and of the row that goes on behind it. In front stands a line end, behind the last byte of the file another one,
/// and room to load 64 bytes anywhere. Files are read, not mapped: pages of a mapping count as memory of the process.
/// </summary>
internal sealed class ChunkBuffer(SafeFileHandle file, long end, ChunkSettings settings)
{
    /// <summary>Where the chunk's first byte stands.</summary>
    public const int Front = ByteMask.Width;

    private const int Behind = 2 * ByteMask.Width;
    private long _position;
    private int _length;

    public byte[] Bytes { get; private set; } = NewBytes(settings.ChunkSize + settings.Overlap);

    /// <summary>Behind the last byte of the chunk.</summary>
    public int ChunkEnd { get; private set; }

    private bool IsLast => _position + _length == end;

    /// <summary>Reads a chunk; false when the file has become shorter.</summary>
    public bool TryRead(long position)
    {
        (_position, _length) = (position, 0);
        ChunkEnd = Front + (int)Math.Min(settings.ChunkSize, end - position);
        return TryReadTo(settings.ChunkSize + settings.Overlap);
    }

    /// <summary>The place of the first line end outside quotes behind the chunk; -1 when there is none near.</summary>
    public int FindEnd(bool isInside)
    {
        int from = ChunkEnd;
        while (true)
        {
            int found = FindLineEnd(from, Front + _length + (IsLast ? 1 : 0), isInside);
            if (found >= 0)
                return found;
            if (IsLast || _length > settings.ChunkSize + CsvScanner.LongestCell || !TryReadTo(_length * 2))
                return -1;
        }
    }

    /// <summary>The first line end outside quotes of the chunk; -1 when it has none.</summary>
    public int FindStart(bool isInside) => FindLineEnd(Front, ChunkEnd, isInside);

    private int FindLineEnd(int from, int to, bool isInside)
    {
        ulong inside = isInside ? ulong.MaxValue : 0;
        for (int at = from; at < to; at += ByteMask.Width)
        {
            ref byte block = ref Bytes[at];
            ulong quoted = ByteMask.Parity(ByteMask.Of(ref block, (byte)'"')) ^ inside;
            ulong lines = ByteMask.Of(ref block, (byte)'\n') & ~quoted & ByteMask.Lowest(to - at);
            if (lines != 0)
                return at + BitOperations.TrailingZeroCount(lines);
            inside = (ulong)((long)quoted >> 63);
        }

        return -1;
    }

    private bool TryReadTo(int length)
    {
        length = (int)Math.Min(length, end - _position);
        if (Front + length + Behind > Bytes.Length)
        {
            var larger = NewBytes(length);
            Bytes.AsSpan(0, Front + _length).CopyTo(larger);
            Bytes = larger;
        }

        while (_length < length)
        {
            int count = RandomAccess.Read(file, Bytes.AsSpan(Front + _length, length - _length), _position + _length);
            if (count == 0)
                return false;
            _length += count;
        }

        Bytes.AsSpan(Front + length, Behind).Clear();
        Bytes[Front - 1] = (byte)'\n';
        if (IsLast)
            Bytes[Front + length] = (byte)'\n';
        return true;
    }

    private static byte[] NewBytes(int length) => new byte[Front + length + Behind];
}
